/** A till that sells in the folder of its first argument, with the migrations of its second, until it is killed. */
import { sellUntilKilled } from './selling-loop.ts'

await sellUntilKilled(process.argv.slice(2), 'after-commit')
