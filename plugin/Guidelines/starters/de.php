<?php
// Dos and don'ts in German: sentence, reason, example, kinds of pieces, words that bring them to mind.

defined('ABSPATH') || exit();

// They say "wir", so that they fit a site that says "du" and one that says "Sie".
return [
	'consent' => [
		'Wir fragen alle, die man auf einem Bild erkennt, bevor wir es zeigen.',
		'Wer auf einem Bild ist, entscheidet selbst darüber – und darf es sich später anders überlegen.',
		'„Ist es in Ordnung, wenn ich das Foto mit dir zeige?“ Ein Ja genügt. Ein Nein braucht keinen Grund.',
		['story', 'share'],
		['selfie*', 'gruppenfoto*', 'azubi*', 'auszubildende*'],
	],
	'voice' => [
		'Wir sprechen für uns selbst: mit eigenem Namen und eigener Meinung.',
		'Eine persönliche Sicht ist mehr wert als eine Pressemitteilung – wenn klar ist, von wem sie stammt.',
		'„Ich finde den neuen Kran großartig“ statt „Das Unternehmen ist stolz, bekannt zu geben …“',
		[],
		['im namen der firma', 'im namen des unternehmens', 'wir als unternehmen'],
	],
	'craft' => [
		'Wir erzählen, was wir selbst gemacht und dabei gelernt haben.',
		'Menschen lesen gern von Menschen und ihrer Arbeit. Auch Kleines ist spannend.',
		'„Vier Anläufe hat es gebraucht, bis das Lager ruhig lief. Das haben wir geändert.“',
		['story', 'share'],
	],
	'answer' => [
		'Wir beantworten die Frage, statt nur zu bedauern.',
		'Ein Termin, ein Name oder ein nächster Schritt hilft. Eine Floskel hilft niemandem.',
		'„Das Teil kommt am Donnerstag, dann rufe ich Sie an“ statt „Wir bitten um Ihr Verständnis.“',
		['comment'],
		[
			'bitten um ihr verständnis',
			'bitten um verständnis',
			'unannehmlichkeiten',
			'bedauern sehr',
		],
	],
	'mistakes' => [
		'Wenn etwas falsch war, sagen wir es und stellen es richtig.',
		'Fehler passieren allen. Wer sie offen richtigstellt, dem glaubt man.',
		'„Ich hatte 40 Tonnen geschrieben. Es waren 48 – danke, Jonas, fürs Mitlesen.“',
	],
	'criticism' => [
		'Wir lassen Kritik stehen und gehen auf sie ein.',
		'Wer uns kritisiert, nimmt uns ernst. Antworten können wir nur auf das, was stehen bleibt.',
		'„Stimmt, die Lieferung hat zu lange gedauert. Das ändern wir daran.“',
		['comment'],
	],
	'ask' => [
		'Im Zweifel fragen wir vorher.',
		'Fragen kostet eine Minute. Etwas wieder aus dem Netz zu bekommen dauert länger – wenn es überhaupt gelingt.',
		'„Kann ich das so schreiben?“ an die Ansprechpersonen der eigenen Abteilung. Dafür denkt niemand schlechter von einem.',
	],
	'dont-customers' => [
		'Wir verraten nichts über Kunden: keine Namen, Preise oder Pläne, wenn sie nicht zugestimmt haben.',
		'Sie vertrauen uns das an. Oft steht es auch im Vertrag.',
		'Typenschilder, Zeichnungen und Bildschirme im Hintergrund abdecken oder einen anderen Blickwinkel wählen.',
		[],
		[
			'vertraulich*',
			'streng geheim',
			'einkaufspreis*',
			'angebotspreis*',
			'auftragswert*',
			'betriebsgeheimnis*',
		],
	],
	'dont-unannounced' => [
		'Wir erzählen nicht, was noch nicht öffentlich ist: Zahlen, Unfälle, wer kommt und wer geht.',
		'Wen es betrifft, der soll es nicht zuerst im Netz lesen.',
		'„Im Frühjahr kommt etwas Neues aus unserer Halle“ – was es ist und für wen, bleibt weg.',
		[],
		[
			'quartalszahl*',
			'entlassung*',
			'stellenabbau',
			'insolvenz*',
			'noch nicht offiziell',
			'inoffiziell',
		],
	],
	'dont-competitors' => [
		'Wir reden Mitbewerber nicht schlecht.',
		'Unsere Arbeit spricht für sich. Was wie ein Scherz aussieht, kann gegen das Gesetz sein.',
		'„Unsere läuft bei minus vierzig Grad“ statt „Deren Anlage steht im Winter still.“',
		[],
		['billigschrott', 'pfusch*', 'abzocke*'],
	],
	'dont-hurt' => [
		'Wir verletzen niemanden: kein Spott, keine Beleidigung, nichts über Herkunft, Glauben, Gesundheit oder Aussehen.',
		'Alle sollen mitlesen können, ohne sich klein zu fühlen.',
		'Würde ich das der Person ins Gesicht sagen, wenn alle zuhören?',
		[],
		['idiot*', 'vollpfosten', 'blödmann*', 'dummkopf*'],
	],
	'dont-borrow' => [
		'Wir verwenden keine fremden Bilder, Texte oder Musik, ohne zu fragen.',
		'Sie gehören denen, die sie gemacht haben – auch im Netz.',
		'Selbst fotografieren: Es muss nicht perfekt sein, nur das eigene Bild.',
		['story', 'share'],
		['aus dem internet', 'von google'],
	],
];
