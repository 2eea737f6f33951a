/** `serve` for one life: arguments are the data folder and the project's folder. */
import { serveTill } from './serve-till.ts'

await serveTill(process.argv.slice(2), false)
