/** A `serve` that answers a completed sale before the till has been asked: what the kill loop must catch. */
import { serveTill } from './serve-till.ts'

await serveTill(process.argv.slice(2), true)
