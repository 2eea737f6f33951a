/** A till that acknowledges before it commits: what the kill loop must catch. Arguments as of seller.ts. */
import { sellUntilKilled } from './selling-loop.ts'

await sellUntilKilled(process.argv.slice(2), 'too-early')
