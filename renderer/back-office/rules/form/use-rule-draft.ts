/**
 * A rule being edited: its draft, what the core reads in it and finds wrong while it is typed, and its publishing.
 * Invariants: what is published is what was read back last; a warning is published only when it was ticked, and a tick
 * holds for the warnings that were shown with it and no others.
 */
import { useEffect, useState } from 'react'
import type { Label } from '../../../../shared/contract/primitives.ts'
import type { RuleDraft as PublishedDraft, RuleProblem, RuleView } from '../../../../shared/contract/rules.ts'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useLocale, useText } from '../../../i18n.ts'
import { newId, run, sentenceOf } from '../../../state/run.ts'
import { draftOf } from '../draft/draft-of-body.ts'
import { readDraft } from '../draft/read-draft.ts'
import { type FormKind, newDraft, type RuleBody, type RuleDraft } from '../draft/rule-draft.ts'
import { suggestedName } from '../draft/suggested-name.ts'
import type { RulesData } from '../rules-data.ts'
import { fieldOf, problemText } from './problem-text.ts'
import { usePublishing } from './use-publishing.ts'

export type EditorStart =
  | { readonly how: 'new'; readonly kind: FormKind }
  | { readonly how: 'edit' | 'copy' | 'schedule'; readonly rule: RuleView }

export interface FieldProblem {
  readonly text: string
  readonly severity: 'error' | 'warning'
}

interface Checked {
  readonly key: string
  readonly sentence: Label | null
  readonly problems: readonly RuleProblem[]
}

const TYPING_MS = 250

export function useRuleDraft(start: EditorStart, data: RulesData, onPublished: (rule: RuleView) => void) {
  const t = useText(rulesScreenText)
  const locale = useLocale()
  const [ruleId] = useState(() => (isChange(start) ? start.rule.ruleId : newId()))
  const [first] = useState(() => firstDraft(start))
  const [draft, setDraft] = useState(first)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const publishing = usePublishing(isChange(start) ? start.rule.version : null, onPublished)
  /** the warnings that were ticked, as shown */
  const [ticked, setTicked] = useState('')
  const read = readDraft(draft)
  const suggestion = read.body === null ? null : suggestedName(draft.kind, read.body, singleGoods(read.body, data))
  const asked = read.body === null || suggestion === null ? null : published(ruleId, draft, read.body, suggestion)
  const { checked, checkNow } = useChecked(asked)
  const fresh = asked !== null && checked !== null && checked.key === keyOf(asked)
  const problems = asked === null ? [] : (checked?.problems ?? [])
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = warningsOf(problems)
  const isMeant = (shown: readonly RuleProblem[]): boolean => shown.length === 0 || ticked === JSON.stringify(shown)

  const change = (part: Partial<RuleDraft>): void => {
    publishing.forget()
    setDraft((was) => ({ ...was, ...part }))
  }
  const problemAt = (path: string): FieldProblem | null => {
    const own = read.problems.find((one) => one.path === path && (tried || !one.missing))
    if (own !== undefined) return { text: t(own.text), severity: 'error' }
    const found = problems.find((one) => fieldOf(one.field) === path)
    return found === undefined ? null : { text: problemText(found, locale), severity: found.severity }
  }
  /** Answers whether it was published. */
  const publish = async (): Promise<boolean> => {
    setTried(true)
    if (busy || asked === null) return false
    setBusy(true)
    // The last key may be younger than the last reading.
    const latest = fresh ? checked : await checkNow(asked)
    const meant = warningsOf(latest?.problems ?? [])
    const allowed = latest !== null && isPublishable(latest.problems) && isMeant(meant)
    const done = allowed && (await publishing.send(asked, meant))
    setBusy(false)
    return done
  }
  return {
    draft,
    change,
    problemAt,
    publish,
    busy,
    tried,
    asked,
    fresh,
    sentence: checked?.sentence ?? null,
    missing: read.problems.filter(({ missing }) => missing),
    errors,
    warnings,
    confirmed: isMeant(warnings),
    confirm: (on: boolean) => setTicked(on ? JSON.stringify(warnings) : ''),
    refusal: publishing.refusal === null ? null : sentenceOf(publishing.refusal, locale),
    changed: start.how === 'copy' || JSON.stringify(draft) !== JSON.stringify(first),
    suggestion,
  }
}

export type RuleDrafting = ReturnType<typeof useRuleDraft>

type Change = Extract<EditorStart, { readonly rule: RuleView }>

/** A rule that stands is changed; a copy is a rule of its own. */
const isChange = (start: EditorStart): start is Change => start.how === 'edit' || start.how === 'schedule'

function firstDraft(start: EditorStart): RuleDraft {
  if (start.how === 'new') return newDraft(start.kind)
  const { rule } = start
  const draft = draftOf({ ...rule, body: rule.body as unknown as RuleBody })
  if (start.how !== 'copy') return draft
  const { zh, en } = rulesScreenText.copyOf
  const named = (text: string, name: string): string => (name === '' ? '' : text.replace('{{name}}', name))
  return { ...draft, nameZh: named(zh, draft.nameZh), nameEn: named(en, draft.nameEn) }
}

/** What would be published: a name that was left empty is the one that the figures suggest. */
function published(
  ruleId: string,
  { kind, nameZh, nameEn }: RuleDraft,
  body: RuleBody,
  suggested: Label,
): PublishedDraft {
  const given = nameZh.trim()
  const named = given === '' ? suggested : { zh: given, en: '' }
  return { ruleId, kind, nameZh: named.zh, nameEn: nameEn.trim() === '' ? named.en : nameEn.trim(), body: { ...body } }
}

/** The one product or category that a rule is for. */
function singleGoods({ scope }: RuleBody, { products, categories }: RulesData): Label | null {
  const [sku, ...moreSkus] = scope?.skus ?? []
  const [categoryId, ...moreCategories] = scope?.categories ?? []
  if (moreSkus.length > 0 || moreCategories.length > 0 || (sku !== undefined && categoryId !== undefined)) return null
  if (categoryId !== undefined) return categories.find((one) => one.categoryId === categoryId)?.label ?? null
  const product = products.find((one) => one.sku === sku)
  return product === undefined ? null : { zh: product.nameZh, en: product.nameEn }
}

const keyOf = (asked: PublishedDraft): string => JSON.stringify(asked)

const warningsOf = (problems: readonly RuleProblem[]): RuleProblem[] =>
  problems.filter(({ severity }) => severity === 'warning')

const isPublishable = (problems: readonly RuleProblem[]): boolean =>
  problems.every(({ severity }) => severity === 'warning')

/** The core's reading of what was asked last, a moment after the typing stops; the reading before it stays meanwhile. */
function useChecked(asked: PublishedDraft | null): {
  readonly checked: Checked | null
  readonly checkNow: (draft: PublishedDraft) => Promise<Checked | null>
} {
  const [checked, setChecked] = useState<Checked | null>(null)
  const key = asked === null ? null : keyOf(asked)
  useEffect(() => {
    if (key === null) return undefined
    let dropped = false
    const read = async (): Promise<void> => {
      const answer = await checkOf(JSON.parse(key) as PublishedDraft)
      if (!dropped && answer !== null) setChecked(answer)
    }
    const timer = setTimeout(() => void read(), TYPING_MS)
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [key])
  const checkNow = async (draft: PublishedDraft): Promise<Checked | null> => {
    const answer = await checkOf(draft)
    if (answer !== null) setChecked(answer)
    return answer
  }
  return { checked, checkNow }
}

async function checkOf(draft: PublishedDraft): Promise<Checked | null> {
  const outcome = await run((client) => client.rules.check({ draft }))
  return outcome.ok ? { key: keyOf(draft), ...outcome.value } : null
}
