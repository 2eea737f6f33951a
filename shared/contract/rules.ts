/**
 * 促销与优惠券: the rules of a shop's prices, their versions, and what a receipt was priced with.
 *
 * A rule is a promotion or a coupon template. Each change, pausing and ending too, makes a new version; every version is
 * kept. A screen copies a rule by publishing its body under a `ruleId` of its own making.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { CouponTemplateBody, PromotionBody } from '../domain/rules/rule.ts'
import { Command, errors, Fen, Id, Instant, Label, Refusal } from './primitives.ts'

const base = oc.errors(errors)

/** What a body holds once it was checked: one shape a kind. */
export type { CouponTemplateBody, PromotionBody }

/** A new rule brings an id of its own: UUIDv7, or any text that no other rule has. */
export const RuleId = z.string().min(1).max(60)
/** What is published, without ids: the fields of a promotion or of a coupon as the pricing specification has them. */
export const RuleBody = z.record(z.string(), z.unknown()).meta({
  description:
    'the fields of a promotion (special, percent, …) or of a coupon (amountOff, orderRate, product), without id',
})

export const RuleDraft = z.object({
  ruleId: RuleId,
  kind: z.enum(['promotion', 'coupon-template']),
  nameZh: z.string().max(60),
  nameEn: z.string().max(60),
  body: RuleBody,
})
export type RuleDraft = z.infer<typeof RuleDraft>

/** 'error' refuses publishing; 'warning' wants the shopkeeper to say that it is meant so. */
export const RuleProblem = z.object({
  /** `nameZh`, or a place in the body: `steps[1].at`; '' for the whole */
  field: z.string(),
  severity: z.enum(['error', 'warning']),
  /** of shared/text/rules.ts, which has its sentence */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type RuleProblem = z.infer<typeof RuleProblem>

export const RuleStatus = z.enum(['scheduled', 'running', 'paused', 'ended'])
export type RuleStatus = z.infer<typeof RuleStatus>

export const RuleOwner = z.enum(['store', 'hq'])
export type RuleOwner = z.infer<typeof RuleOwner>

export const RuleView = z.object({
  ruleId: RuleId,
  kind: z.enum(['promotion', 'coupon-template']),
  /** special, percent, nth, buyGet, forPrice, quantityRate, amountOff, orderRate, product; another where not understood */
  ruleKind: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  body: RuleBody,
  /** the till changes only the rules of its store */
  owner: RuleOwner,
  status: RuleStatus,
  /** from the body; null where it names none or cannot be read */
  from: Instant.nullable(),
  to: Instant.nullable(),
  version: z.int(),
  /** the rule read back in plain words */
  sentence: Label,
  /** the sentence without when and without what it goes together with, for where those stand beside it */
  gist: Label,
  /** false: a kind or a field that this till does not know; the rule is left out of every price and named in `notices` */
  understood: z.boolean(),
  changedAt: Instant,
  /** a name; null where no person of this till changed it */
  changedBy: z.string().nullable(),
})
export type RuleView = z.infer<typeof RuleView>

export const RuleVersion = z.object({
  version: z.int(),
  /** what made this version */
  change: z.enum(['created', 'changed', 'paused', 'resumed', 'ended']),
  nameZh: z.string(),
  nameEn: z.string(),
  body: RuleBody,
  sentence: Label,
  changedAt: Instant,
  changedBy: z.string().nullable(),
})
export type RuleVersion = z.infer<typeof RuleVersion>

/** One promotion or coupon that a receipt was priced with, as it stood then. */
export const PricedWithRule = z.object({
  /** the rule; of a coupon its template, of an ad-hoc promotion the id that the sale gave it */
  ruleId: z.string(),
  kind: z.enum(['promotion', 'coupon', 'ad-hoc']),
  name: Label,
  /** null for an ad-hoc promotion, which belongs to this receipt alone */
  version: z.int().nullable(),
  /** of that version: since when it held; null for an ad-hoc promotion */
  versionAt: Instant.nullable(),
  body: RuleBody,
  sentence: Label,
  /** negative fen: what it took off */
  amountFen: Fen,
})
export type PricedWithRule = z.infer<typeof PricedWithRule>

export const rulesContract = {
  list: base.route({ method: 'GET', path: '/rules', summary: 'Every rule as it stands now, ended ones too' }).output(
    z.object({
      rules: z.array(RuleView),
      /** rules that are left out of prices, in the words of shared/text/refusals.ts */
      notices: z.array(Refusal),
    }),
  ),
  choices: base
    .route({ method: 'GET', path: '/rules/choices', summary: 'What rules can name, goods and categories apart' })
    .output(
      z.object({
        tiers: z.array(z.object({ tierId: z.string(), label: Label })),
        /** tags that members have, or that a rule names */
        tags: z.array(z.string()),
        /** this store's own code, and codes that rules name */
        store: z.string(),
        stores: z.array(z.string()),
        /** groups of which one order promotion at most is used */
        groups: z.array(z.string()),
        timeZone: z.string(),
        /** minutes east of UTC, for the instants `from` and `to` */
        offsetMinutes: z.int(),
        maxCoupons: z.int(),
      }),
    ),
  check: base
    .route({
      method: 'POST',
      path: '/rules/check',
      summary: 'Read a draft back and say what is wrong; commits nothing',
    })
    .input(z.object({ draft: RuleDraft }))
    .output(
      z.object({
        /** null while the draft cannot be read back */
        sentence: Label.nullable(),
        problems: z.array(RuleProblem),
      }),
    ),
  publish: base
    .route({
      method: 'POST',
      path: '/rules/publish',
      summary: 'Make a rule or change one: a new version, in force at once; rule-invalid names the field',
    })
    .input(
      Command.extend({
        draft: RuleDraft,
        /** the version that was changed; null for a new rule */
        expectedVersion: z.int().min(1).nullable(),
        /** codes of the warnings that the shopkeeper means so; any other warning is refused */
        confirmed: z.array(z.string().max(60)).max(50).default([]),
      }),
    )
    .output(RuleView),
  setPaused: base
    .route({ method: 'POST', path: '/rules/pause', summary: 'Take a rule out of prices for a while, or back in' })
    .input(Command.extend({ ruleId: RuleId, paused: z.boolean(), expectedVersion: z.int().min(1) }))
    .output(RuleView),
  end: base
    .route({ method: 'POST', path: '/rules/end', summary: 'End a rule for good; a copy can be published' })
    .input(Command.extend({ ruleId: RuleId, expectedVersion: z.int().min(1) }))
    .output(RuleView),
  versions: base
    .route({ method: 'POST', path: '/rules/versions', summary: 'Every version of a rule, the newest first' })
    .input(z.object({ ruleId: RuleId }))
    .output(z.array(RuleVersion)),
  pricedWith: base
    .route({ method: 'POST', path: '/rules/priced-with', summary: 'What a receipt was priced with' })
    .input(z.object({ saleId: Id }))
    .output(
      z.object({
        saleId: Id,
        receiptNo: z.string(),
        at: Instant,
        /** false: more than twelve candidates, found by the bounded search */
        exact: z.boolean(),
        /** in the order in which they acted */
        rules: z.array(PricedWithRule),
      }),
    ),
}
