/**
 * Fills the empty till with the demo shop.
 *
 * Invariants: 'shop-opened' is the last row, or comes to disk together with all rows of the shop's past, so that a fill that
 * was cut short is no shop yet and is taken up again; the steps before it have ids of their own that never change, so that
 * what is there is not written twice.
 */
import type { Settings } from '../../../shared/contract/back-office.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import { DEMO_SEED, makeDemoShop, type DemoShop } from '../../demo/demo-shop.ts'
import { demoUuid } from '../../demo/demo-uuid.ts'
import { makeSeededRandom } from '../../demo/seeded-random.ts'
import { allOrNone } from '../../store/all-or-none.ts'
import { importDemoMembers } from './demo-members.ts'
import { FIRST_TILL_NAME } from './default-shop.ts'
import { openedAlready } from './opened-already.ts'
import { publishDemoCatalog } from './publish-demo-catalog.ts'
import { publishDemoPlans } from './publish-demo-plans.ts'
import { saveDemoOperators } from './save-demo-operators.ts'

const STEPS_MADE_AT = 1_767_225_600_000

/** Refuses with shop-exists. Nobody is signed in afterwards. */
export async function tryDemo(core: Core, command: { readonly commandId: string }): Promise<Result<null>> {
  const asked = openedAlready(core, command.commandId, OPEN_CONTENT)
  if (!asked.ok || asked.value) return asked.ok ? ok(null) : asked
  const demo = makeDemoShop({ seed: DEMO_SEED, now: core.clock.now() })
  const past = core.demoPast?.(core, demo) ?? null
  const filled = await fillShop(past?.core ?? core, past?.shop ?? demo)
  if (!filled.ok) return filled
  const settings = demoSettings(demo)
  const opened =
    past === null
      ? openDemoShop(core, demo, settings, command.commandId)
      : await allOrNone(core.store, async () => {
          const now = openedAlready(core, command.commandId, OPEN_CONTENT)
          if (!now.ok || now.value) return now.ok ? ok(null) : now
          const first = openDemoShop(past.core, demo, settings, command.commandId)
          return first.ok ? past.live() : first
        })
  core.catalog.reload()
  core.members.catchUp(core.store)
  if (!opened.ok) return opened
  core.memory.settings = settings
  core.changed()
  return ok(null)
}

async function fillShop(core: Core, demo: DemoShop): Promise<Result<null>> {
  const random = makeSeededRandom(DEMO_SEED, 'setup-steps')
  const published = publishDemoCatalog(core, demo, demoUuid(random, STEPS_MADE_AT))
  if (!published.ok) return published
  const staffed = await saveDemoOperators(core, demo, demoUuid(random, STEPS_MADE_AT))
  if (!staffed.ok) return staffed
  const taken = await importDemoMembers(core, demo, () => demoUuid(random, STEPS_MADE_AT))
  return taken.ok ? publishDemoPlans(core, demoUuid(random, STEPS_MADE_AT)) : taken
}

const OPEN_CONTENT = { op: 'try-demo' }

function openDemoShop(core: Core, demo: DemoShop, settings: Settings, commandId: string): Result<null> {
  const now = openedAlready(core, commandId, OPEN_CONTENT)
  if (!now.ok || now.value) return now.ok ? ok(null) : now
  const at = core.clock.now()
  const { id, name, timeZone } = demo.store
  const shop = { storeCode: id, name, demo: true, foundedAt: at, timeZone }
  const done = core.committer.commit({
    commandId,
    content: OPEN_CONTENT,
    kind: 'shop-opened',
    version: 1,
    payload: { at, hqAt: null, shop, settings, categories: [], operators: [] },
    audit: [{ at, action: 'shop-opened', operatorId: null, approverId: null, subject: null, detail: { demo: true } }],
    answer: null,
    write: (seq) => {
      core.stores.settings.put('shop', shop, seq)
      core.stores.settings.put('settings', settings, seq)
    },
  })
  if (!done.ok) return done
  core.memory.settings = settings
  core.catalog.reload()
  return ok(null)
}

function demoSettings({ store, rules }: DemoShop): Settings {
  const unit = rules.rounding?.unit
  const [shopName = store.name, storeName = ''] = store.name.split(' · ')
  return {
    shopName,
    storeName,
    tillName: FIRST_TILL_NAME,
    receiptHeader: [store.address, store.phone],
    receiptFooter: [store.receiptFooter],
    paperMm: 80,
    printer: { kind: 'paper' },
    terminal: 'simulated',
    walletOrder: 'proportional',
    roundingUnitFen: unit === 10 || unit === 50 || unit === 100 ? unit : 1,
  }
}
