// How photos take turns.
import { expect, test } from 'vitest';
import { createQueue } from '../../src/stories/queue.ts';

function job() {
	let end = () => {};
	let fail = () => {};
	const promise = new Promise< void >( ( resolve, reject ) => {
		end = resolve;
		fail = () => reject( new Error( 'no' ) );
	} );
	let signal: AbortSignal | undefined;
	return {
		run: ( given: AbortSignal ) => {
			signal = given;
			return promise;
		},
		end: () => end(),
		fail: () => fail(),
		get started() {
			return !! signal;
		},
		get aborted() {
			return signal?.aborted;
		},
	};
}

const soon = () => new Promise( ( resolve ) => setImmediate( resolve ) );

test( 'Two travel at once, the third goes when one has arrived', async () => {
	const queue = createQueue( 2 );
	const [ a, b, c ] = [ job(), job(), job() ];
	queue.add( 'a', a.run );
	queue.add( 'b', b.run );
	queue.add( 'c', c.run );
	expect( [ a.started, b.started, c.started ] ).toEqual( [
		true,
		true,
		false,
	] );
	b.end();
	await soon();
	expect( c.started ).toBe( true );
} );

test( 'One that fails makes room, too', async () => {
	const queue = createQueue( 1 );
	const [ a, b ] = [ job(), job() ];
	queue.add( 'a', a.run );
	queue.add( 'b', b.run );
	a.fail();
	await soon();
	expect( b.started ).toBe( true );
} );

test( 'What is cancelled never starts, or is aborted under way', async () => {
	const queue = createQueue( 1 );
	const [ a, b ] = [ job(), job() ];
	queue.add( 'a', a.run );
	queue.add( 'b', b.run );
	queue.cancel( 'b' );
	queue.cancel( 'a' );
	expect( a.aborted ).toBe( true );
	a.end();
	await soon();
	expect( b.started ).toBe( false );
} );

test( 'It is idle once nothing waits and nothing runs, at once when nothing ever did', async () => {
	const queue = createQueue( 1 );
	await queue.idle();
	const [ a, b ] = [ job(), job() ];
	queue.add( 'a', a.run );
	queue.add( 'b', b.run );
	let idle = false;
	void queue.idle().then( () => ( idle = true ) );
	a.end();
	await soon();
	expect( idle ).toBe( false );
	b.fail();
	await soon();
	expect( idle ).toBe( true );
} );
