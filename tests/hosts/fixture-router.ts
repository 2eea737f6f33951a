/** A router that answers a part of the contract from memory, so that hosts are tested without a till behind them. */
import { type AnyRouter, implement, ORPCError } from '@orpc/server'
import type { AppView } from '../../shared/contract/app.ts'
import { contract } from '../../shared/contract/contract.ts'

const view = (revision: number): AppView => ({
  revision,
  phase: 'first-start',
  shop: null,
  operator: null,
  permissions: [],
  shift: null,
  status: {
    hq: 'alone',
    unsentRows: 0,
    printer: { state: 'ready', queued: 0, unsure: 0, refusal: null },
    openPayments: 0,
    rulesLeftOut: [],
    nowAt: 1_700_000_000_000,
  },
  till: null,
})

export interface FixtureRouter {
  readonly router: AnyRouter
  /** how many watchers are being served right now */
  watchers(): number
}

export function fixtureRouter(): FixtureRouter {
  const os = implement(contract)
  let watchers = 0
  let revision = 0
  return {
    watchers: () => watchers,
    router: {
      app: {
        view: os.app.view.handler(() => view(revision)),
        about: os.app.about.handler(() => ({ name: '掌柜', version: '0', host: 'browser', runtime: 'test' })),
        watch: os.app.watch.handler(async function* ({ signal }) {
          watchers += 1
          try {
            while (signal?.aborted !== true) {
              revision += 1
              yield view(revision)
              await new Promise((resolve) => setTimeout(resolve, 20))
            }
          } finally {
            watchers -= 1
          }
        }),
      },
      session: {
        signOut: os.session.signOut.handler(({ errors }) => {
          throw errors.REFUSED({ data: { code: 'not-signed-in', params: {} } })
        }),
        signIn: os.session.signIn.handler(() => {
          throw new Error('SECRET-OF-THE-INSIDE at somewhere.ts:1')
        }),
        operators: os.session.operators.handler(() => {
          throw new ORPCError('INTERNAL_SERVER_ERROR')
        }),
      },
      products: {
        previewImport: os.products.previewImport.handler(({ input }) => ({
          digest: String(input.text.length),
          rows: [],
          newCount: 0,
          updateCount: 0,
          unchangedCount: 0,
          errorCount: 0,
        })),
      },
    },
  }
}
