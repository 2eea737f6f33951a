/** What an audit finds, by the rule that was broken. */
export interface Finding {
  readonly rule: string
  readonly detail: string
}

export interface Report {
  readonly findings: readonly Finding[]
  demand(holds: boolean, rule: string, detail: string): void
  equal(is: unknown, shouldBe: unknown, rule: string, what: string): void
}

const MAX_FINDINGS = 50

export function startReport(): Report {
  const findings: Finding[] = []
  const demand = (holds: boolean, rule: string, detail: string): void => {
    if (!holds && findings.length < MAX_FINDINGS) findings.push({ rule, detail })
  }
  return {
    findings,
    demand,
    equal: (is, shouldBe, rule, what) => {
      const [left, right] = [JSON.stringify(is), JSON.stringify(shouldBe)]
      demand(left === right, rule, `${what}: ${left}, should be ${right}`)
    },
  }
}
