// A contributor answers in the very moment in which a moderator decides: one of both counts, and the other is told so.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { Story } from '../../src/contract.ts';
import { findSite, type Session, type Site } from '../site/site.ts';

const ROUNDS = 10;

let site: Site;
let employee: Session;
let moderator: Session;

beforeAll( async () => {
	site = await findSite();
	await site.reset();
	employee = await site.signIn( 'employee' );
	moderator = await site.signIn( 'moderator' );
} );

async function post(
	path: string,
	body: object,
	as: { session?: Session; headers?: Record< string, string > }
): Promise< { status: number; body: Story } > {
	const response = await site.request(
		`/wp-json/throughline/v1/${ path }`,
		{
			method: 'POST',
			headers: { 'Content-Type': 'application/json', ...as.headers },
			body: JSON.stringify( body ),
		},
		as.session
	);
	return {
		status: response.status,
		body: ( await response.json() ) as Story,
	};
}

it( `a resubmission during a decision, ${ ROUNDS } times`, async () => {
	for ( let round = 0; round < ROUNDS; round++ ) {
		const { body: story } = await post(
			'stories',
			{ submission: randomUUID(), text: `Runde ${ round }.` },
			{ session: employee }
		);
		const [ decided, revised ] = await Promise.all( [
			post(
				'decisions',
				{ kind: 'story', id: story.id, version: 1, act: 'publish' },
				{ session: moderator }
			),
			post(
				`pieces/story/${ story.id }`,
				{
					version: 1,
					act: 'revise',
					content: {
						title: '',
						text: `Runde ${ round }, besser.`,
						photos: [],
					},
				},
				{
					headers: {
						'Throughline-Link':
							new URL( story.mine ).searchParams.get(
								'throughline-piece'
							) ?? '',
					},
				}
			),
		] );
		expect( [ decided.status, revised.status ].toSorted() ).toEqual( [
			200, 409,
		] );
		const stands = await site.php< object >(
			`return Throughline\\Moderation\\Decisions::latest('story', $args) + ['text' => Throughline\\Stories\\Stories::content($args)['text'], 'status' => get_post_status($args)];`,
			story.id
		);
		// What is public is what the moderator saw.
		expect( stands ).toEqual(
			decided.status === 200
				? {
						version: 2,
						state: 'published',
						status: 'publish',
						text: `Runde ${ round }.`,
					}
				: {
						version: 2,
						state: 'waiting',
						status: 'pending',
						text: `Runde ${ round }, besser.`,
					}
		);
	}
} );
