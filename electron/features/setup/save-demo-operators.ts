/** The demo's operators, with their PINs hashed side by side. */
import type { DemoShop } from '../../demo/demo-shop.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import { hashPin } from '../../staff-pins.ts'

export async function saveDemoOperators(core: Core, demo: DemoShop, commandId: string): Promise<Result<null>> {
  const content = { op: 'save-demo-operators' }
  const before = core.committer.earlier(commandId, content)
  if (!before.ok || before.value !== null) return before.ok ? ok(null) : before
  const { staff } = core.stores
  const engaged = await Promise.all(
    demo.operators.map(async ({ id, code, name, role, pin }) => ({
      record: { operatorId: id, code, name, role, disabled: false, pinHash: await hashPin(pin) },
      person: staff.nameRecord(id, name),
    })),
  )
  const at = core.clock.now()
  const done = core.committer.commit({
    commandId,
    content,
    kind: 'operators-saved',
    version: 1,
    payload: {
      at,
      hqAt: null,
      by: null,
      operators: engaged.map(({ record: { operatorId, code, role, disabled }, person: { version, digest } }) => ({
        operatorId,
        code,
        role,
        disabled,
        person: { version, digest },
      })),
    },
    audit: [
      {
        at,
        action: 'operators-saved',
        operatorId: null,
        approverId: null,
        subject: null,
        detail: { count: engaged.length },
      },
    ],
    answer: null,
    write: (seq) => {
      for (const { record, person } of engaged) {
        staff.putName(person, seq)
        staff.putOperator(record, seq)
      }
    },
  })
  return done.ok ? ok(null) : done
}
