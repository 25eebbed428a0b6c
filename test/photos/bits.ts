// Writes the bits of a JPEG scan (ITU-T T.81, F.1.2.3).
/* eslint-disable no-bitwise -- the format is made of bits */
/** Bits of a scan, the highest first; a byte of ones is followed by a zero. */
export class Bits {
	#bytes: number[] = [];
	#byte = 0;
	#count = 0;

	write( value: number, length: number ): void {
		for ( let bit = length - 1; bit >= 0; bit-- ) {
			this.#byte = ( this.#byte << 1 ) | ( ( value >> bit ) & 1 );
			if ( ++this.#count === 8 ) {
				this.#bytes.push(
					this.#byte,
					...( this.#byte === 0xff ? [ 0 ] : [] )
				);
				this.#byte = 0;
				this.#count = 0;
			}
		}
	}

	restart( number: number ): void {
		this.#fill();
		this.#bytes.push( 0xff, 0xd0 + number );
	}

	end(): Buffer {
		this.#fill();
		return Buffer.from( this.#bytes );
	}

	#fill(): void {
		while ( this.#count ) {
			this.write( 1, 1 );
		}
	}
}
