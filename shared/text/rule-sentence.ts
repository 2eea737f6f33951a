/**
 * A rule read back in plain words: when, who, what, how much, and what it cannot be used with.
 *
 * 每周三、周六 10:00–14:00,金卡会员买面包类第二件半价(每 2 件一组,优惠给其中最便宜的一件;与其他单品促销互斥)
 */
import type { PublishedBody } from '../domain/rules/rule.ts'
import { clauseWords, effectWords } from './rule-effect.ts'
import { exceptWords, scopeWords, whenWords, whoWords, type RuleWords, type Words } from './rule-occasion.ts'

export function ruleSentence(offer: PublishedBody, words: RuleWords): Words {
  const { body } = offer
  const when = whenWords(body, words)
  const gist = ruleGist(offer, words)
  const clauses = clauseWords(offer)
  const zhClauses = clauses.length === 0 ? '' : `(${clauses.map(({ zh }) => zh).join(';')})`
  const enClauses = clauses.length === 0 ? '' : ` (${clauses.map(({ en }) => en).join('; ')})`
  const en = `${when.en === '' ? '' : `${when.en}: `}${gist.en}${enClauses}`
  return {
    zh: `${when.zh === '' ? '' : `${when.zh},`}${gist.zh}${zhClauses}`,
    en: `${en.slice(0, 1).toUpperCase()}${en.slice(1)}`,
  }
}

/** Who gets what on which goods: the sentence without when and without what it goes together with. */
export function ruleGist({ kind, body }: PublishedBody, words: RuleWords): Words {
  const who = whoWords(body, words)
  const scope = scopeWords(body.scope, words)
  const except = exceptWords(body.scope, words)
  const effect = effectWords(body, words)
  const coupon = kind === 'coupon-template'
  const onOrder = body.kind === 'amountOff' || body.kind === 'orderRate' || body.kind === 'product'
  const everything = onOrder ? { zh: '整单', en: 'the whole basket' } : { zh: '全场', en: 'everything' }
  const bought = scope === null ? everything.zh : `买${scope.zh}`
  const getters = `${coupon ? 'with the coupon, ' : ''}${who.en === '' ? 'everybody gets' : `${who.en} get`}`
  const what = `${scope?.en ?? everything.en}${except.en}`
  const got = effect.en.replace('{on}', () => ` on ${what}`).replace('{what}', () => what)
  return {
    zh: `${who.zh}${coupon ? '凭券' : ''}${bought}${except.zh}${effect.zh}`,
    en: `${getters} ${got}`,
  }
}

/** What can be said of a rule that this till does not understand. */
export function notUnderstoodSentence(ruleKind: string, field: string): Words {
  return field === 'kind'
    ? {
        zh: `本机版本不认识这种规则(${ruleKind}),不参与计价;请升级掌柜`,
        en: `This till does not know rules of the kind “${ruleKind}” and leaves it out of prices; update Zhanggui`,
      }
    : {
        zh: `这条规则里有本机版本不认识的一项(${field}),不参与计价;请升级掌柜`,
        en: `This till does not know the field “${field}” of this rule and leaves it out of prices; update Zhanggui`,
      }
}
