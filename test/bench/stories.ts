// Real stories for the bench to start from.
import { dirname, join } from 'node:path';
import type { StackSite } from '../site/stack.ts';

/** Sends stories, three of four with a photo, and publishes them or lets them wait; gives their ids. */
export async function makeStories(
	site: StackSite,
	count: number,
	publish: boolean
): Promise< number[] > {
	return ( await site.run(
		`( require $args['photo'] )( $args['picture'], 1600, 1200 );
		return ( require $args['stories'] )( $args['count'], $args['picture'], $args['publish'] );`,
		{
			photo: join( import.meta.dirname, 'photo.php' ),
			stories: join( import.meta.dirname, 'stories.php' ),
			picture: join( dirname( site.root ), 'story.jpg' ),
			count,
			publish,
		}
	) ) as number[];
}
