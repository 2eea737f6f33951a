/** The browser host needs its pages and nothing else of the build. */
import { makeStale } from '../../../build/make.ts'

export default async function setup(): Promise<void> {
  await makeStale(['client'])
}
