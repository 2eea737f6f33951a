/** The contract, answered: each procedure calls one use case and hands back its snapshot. Twenty lines a subject, no rules. */
import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Core } from '../core.ts'
import { answered } from './answer.ts'
import { createViews } from './app-view.ts'
import { backOfficeRouter } from './back-office.ts'
import { memberImportRouter } from './member-import.ts'
import { membersRouter } from './members.ts'
import { tillRouter } from './till.ts'
import type { Watchers } from './watch.ts'
import { openShop } from '../features/setup/open-shop.ts'
import { tryDemo } from '../features/setup/try-demo.ts'
import { closeShift } from '../features/shift/close-shift.ts'
import { openShift } from '../features/shift/open-shift.ts'
import { currentSummary } from '../features/shift/shift-summary.ts'
import { listSignInChoices } from '../features/staff/list-operators.ts'
import { signIn } from '../features/staff/sign-in.ts'
import { signOut } from '../features/staff/sign-out.ts'

export interface RouterOptions {
  readonly core: Core
  readonly watchers: Watchers
  readonly host: 'electron' | 'browser'
  readonly version: string
}

export function createRouter({ core, watchers, host, version }: RouterOptions) {
  const os = implement(contract)
  const views = createViews(core, watchers.revision)
  const app = (result: Result<unknown>) => {
    answered(result)
    return views.app()
  }

  return os.router({
    app: {
      view: os.app.view.handler(() => views.app()),
      watch: os.app.watch.handler(({ signal }) => watchers.stream(views.app, signal)),
      about: os.app.about.handler(() => ({ name: '掌柜 Zhanggui', version, host, runtime: runtimeText() })),
    },
    setup: {
      tryDemo: os.setup.tryDemo.handler(async ({ input }) => app(await tryDemo(core, input))),
      openShop: os.setup.openShop.handler(async ({ input }) => app(await openShop(core, input))),
    },
    session: {
      operators: os.session.operators.handler(() => listSignInChoices(core)),
      signIn: os.session.signIn.handler(async ({ input }) => app(await signIn(core, input))),
      signOut: os.session.signOut.handler(async ({ input }) => app(await signOut(core, input))),
    },
    shift: {
      open: os.shift.open.handler(({ input }) => app(openShift(core, input))),
      summary: os.shift.summary.handler(() => answered(currentSummary(core))),
      close: os.shift.close.handler(({ input }) => answered(closeShift(core, input))),
    },
    till: tillRouter(core, watchers, views.till),
    ...backOfficeRouter(core, views.till),
    members: membersRouter(core),
    memberImport: memberImportRouter(core),
  })
}

export type TillRouter = ReturnType<typeof createRouter>

function runtimeText(): string {
  const { electron, chrome, node } = process.versions
  return electron === undefined ? `Node ${node}` : `Electron ${electron}, Chromium ${chrome ?? '?'}, Node ${node}`
}
