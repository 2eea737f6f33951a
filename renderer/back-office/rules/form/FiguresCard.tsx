/** What a rule does, as a sentence with blanks for each kind, and how it is called. */
import { Button, Input, Radio } from 'antd'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useLocale, useText } from '../../../i18n.ts'
import { DraftItem } from '../../DraftItem.tsx'
import { percentText, rateFromText, rateText } from '../draft/rate-text.ts'
import type { RuleDraft } from '../draft/rule-draft.ts'
import { kindHint, kindName } from '../kind-text.ts'
import { KindPicture } from '../KindPicture.tsx'
import { Blank, Filled, ProblemNote } from './Filled.tsx'
import { StepRows } from './StepRows.tsx'
import type { RuleDrafting } from './use-rule-draft.ts'
import css from './RuleForm.module.css'

interface CardProps {
  drafting: RuleDrafting
}

export function FiguresCard({ drafting }: CardProps) {
  const t = useText(rulesScreenText)
  const { draft } = drafting
  return (
    <section className={css['card']}>
      <div className={css['lead']}>
        <span className={css['picture']}>
          <KindPicture kind={draft} width={124} />
        </span>
        <div className={css['leadText']}>
          <h3 className={css['group']}>{t(kindName(draft))}</h3>
          <p className={css['hint']}>{t(kindHint(draft))}</p>
          <Figures drafting={drafting} />
        </div>
      </div>
      <Names drafting={drafting} />
    </section>
  )
}

function Names({ drafting }: CardProps) {
  const t = useText(rulesScreenText)
  const { draft, change, suggestion, problemAt } = drafting
  return (
    <div className={css['two']}>
      <DraftItem id="rule-nameZh" label={t('nameZh')} help={t('nameZhHelp')} error={problemAt('nameZh')?.text}>
        <Input
          id="rule-nameZh"
          value={draft.nameZh}
          maxLength={60}
          autoComplete="off"
          placeholder={suggestion?.zh ?? ''}
          data-testid="rule-nameZh"
          onChange={(event) => change({ nameZh: event.target.value })}
        />
      </DraftItem>
      <DraftItem id="rule-nameEn" label={t('nameEn')} help={t('nameEnHelp')} error={problemAt('nameEn')?.text}>
        <Input
          id="rule-nameEn"
          value={draft.nameEn}
          maxLength={60}
          autoComplete="off"
          placeholder={draft.nameZh.trim() === '' ? (suggestion?.en ?? '') : ''}
          data-testid="rule-nameEn"
          onChange={(event) => change({ nameEn: event.target.value })}
        />
      </DraftItem>
    </div>
  )
}

function Figures({ drafting }: CardProps) {
  switch (drafting.draft.ruleKind) {
    case 'special':
      return <Special drafting={drafting} />
    case 'percent':
      return <Percent drafting={drafting} />
    case 'nth':
      return <Nth drafting={drafting} />
    case 'buyGet':
      return <BuyGet drafting={drafting} />
    case 'forPrice':
      return <ForPrice drafting={drafting} />
    case 'quantityRate':
      return <StepRows drafting={drafting} />
    case 'amountOff':
      return <AmountOff drafting={drafting} />
    case 'orderRate':
      return <OrderRate drafting={drafting} />
    case 'product':
      return <Product drafting={drafting} />
  }
}

/** A blank for one text of the draft. */
function useBlank(drafting: RuleDrafting) {
  const { draft, change } = drafting
  type TextField = 'price' | 'rate' | 'n' | 'buy' | 'get' | 'every' | 'off' | 'max' | 'at' | 'maxOff'
  return (field: TextField, label: string, more: { autoFocus?: boolean; placeholder?: string } = {}) => (
    <Blank
      drafting={drafting}
      path={field}
      label={label}
      value={draft[field]}
      wide={field !== 'n' && field !== 'buy' && field !== 'get' && field !== 'rate'}
      onChange={(text) => change({ [field]: text } satisfies Partial<RuleDraft>)}
      {...more}
    />
  )
}

const useSentence = () => {
  const locale = useLocale()
  return (key: keyof typeof rulesScreenText): string => rulesScreenText[key][locale]
}

function Special({ drafting }: CardProps) {
  const t = useText(rulesScreenText)
  const blank = useBlank(drafting)
  return (
    <>
      <Filled
        text={useSentence()('specialSentence')}
        blanks={{ price: blank('price', t('fieldPrice'), { autoFocus: true }) }}
      />
      <ProblemNote drafting={drafting} paths={['price']} help={t('specialNote')} />
    </>
  )
}

function Percent({ drafting }: CardProps) {
  const t = useText(rulesScreenText)
  const blank = useBlank(drafting)
  return (
    <>
      <Filled
        text={useSentence()('percentSentence')}
        blanks={{ rate: blank('rate', t('fieldRate'), { autoFocus: true }) }}
      >
        <QuickRates drafting={drafting} rates={[9500, 9000, 8800, 8500, 8000, 7000]} />
      </Filled>
      <RateNote drafting={drafting} paths={['rate']} />
    </>
  )
}

function Nth({ drafting }: CardProps) {
  const t = useText(rulesScreenText)
  const blank = useBlank(drafting)
  return (
    <>
      <Filled
        text={useSentence()('nthSentence')}
        blanks={{ n: blank('n', t('fieldN'), { autoFocus: true }), rate: blank('rate', t('fieldRate')) }}
      >
        <QuickRates drafting={drafting} rates={[5000, 0, 8000]} />
      </Filled>
      <RateNote drafting={drafting} paths={['n', 'rate']} />
    </>
  )
}

function BuyGet({ drafting }: CardProps) {
  const t = useText(rulesScreenText)
  const blank = useBlank(drafting)
  return (
    <>
      <Filled
        text={useSentence()('buyGetSentence')}
        blanks={{ buy: blank('buy', t('fieldBuy'), { autoFocus: true }), get: blank('get', t('fieldGet')) }}
      />
      <ProblemNote drafting={drafting} paths={['buy', 'get']} help={t('buyGetNote')} />
    </>
  )
}

function ForPrice({ drafting }: CardProps) {
  const t = useText(rulesScreenText)
  const blank = useBlank(drafting)
  return (
    <>
      <Filled
        text={useSentence()('forPriceSentence')}
        blanks={{ n: blank('n', t('fieldN'), { autoFocus: true }), price: blank('price', t('fieldPrice')) }}
      />
      <ProblemNote drafting={drafting} paths={['n', 'price']} />
    </>
  )
}

function AmountOff({ drafting }: CardProps) {
  const t = useText(rulesScreenText)
  const blank = useBlank(drafting)
  const sentence = useSentence()
  const { draft, change } = drafting
  return (
    <>
      <Radio.Group
        className={css['choice'] ?? ''}
        optionType="button"
        value={draft.ladder}
        aria-label={t('ladderLabel')}
        options={[
          { value: 'steps', label: t('ladderSteps') },
          { value: 'every', label: <span data-testid="ladder-every">{t('ladderEvery')}</span> },
        ]}
        onChange={({ target }) => change({ ladder: target.value === 'every' ? 'every' : 'steps' })}
      />
      {draft.ladder === 'steps' ? (
        <StepRows drafting={drafting} />
      ) : (
        <>
          <Filled
            text={sentence('everySentence')}
            blanks={{ every: blank('every', t('fieldEvery'), { autoFocus: true }), off: blank('off', t('fieldOff')) }}
          />
          <Filled
            text={sentence('everyMaxSentence')}
            blanks={{ max: blank('max', t('fieldMax'), { placeholder: t('noLimit') }) }}
          />
          <ProblemNote drafting={drafting} paths={['every', 'off', 'max']} />
        </>
      )}
    </>
  )
}

function OrderRate({ drafting }: CardProps) {
  const t = useText(rulesScreenText)
  const blank = useBlank(drafting)
  const sentence = useSentence()
  const isCoupon = drafting.draft.kind === 'coupon-template'
  return (
    <>
      <Filled
        text={sentence('orderRateSentence')}
        blanks={{ rate: blank('rate', t('fieldRate'), { autoFocus: true }) }}
      >
        <QuickRates drafting={drafting} rates={[9500, 9000, 8800]} />
      </Filled>
      <Filled
        text={sentence('orderRateAtSentence')}
        blanks={{ at: blank('at', t('fieldAt'), { placeholder: t('noLimit') }) }}
      />
      {isCoupon ? (
        <Filled
          text={sentence('maxOffSentence')}
          blanks={{ maxOff: blank('maxOff', t('fieldMax'), { placeholder: t('noLimit') }) }}
        />
      ) : null}
      <RateNote drafting={drafting} paths={isCoupon ? ['rate', 'at', 'maxOff'] : ['rate', 'at']} />
    </>
  )
}

function Product({ drafting }: CardProps) {
  const t = useText(rulesScreenText)
  return (
    <>
      <p>{t('productSentence')}</p>
      <ProblemNote drafting={drafting} paths={['']} />
    </>
  )
}

function RateNote({ drafting, paths }: CardProps & { paths: readonly string[] }) {
  const t = useText(rulesScreenText)
  const rate = rateFromText(drafting.draft.rate)
  const help = rate === null ? undefined : t('rateHelp', { percent: percentText(rate) })
  return <ProblemNote drafting={drafting} paths={paths} help={help} />
}

function QuickRates({ drafting, rates }: CardProps & { rates: readonly number[] }) {
  const t = useText(rulesScreenText)
  const { draft, change } = drafting
  const textOf = (rate: number): string => {
    if (rate === 0) return t('rateFree')
    return rate === 5000 ? t('rateHalf') : t('rateOf', { rate: rateText(rate) })
  }
  return (
    <span className={css['quick']} role="group" aria-label={t('rateQuick')}>
      {rates.map((rate) => (
        <Button
          key={rate}
          size="small"
          type={rateFromText(draft.rate) === rate ? 'primary' : 'default'}
          ghost={rateFromText(draft.rate) === rate}
          onClick={() => change({ rate: rateText(rate) })}
        >
          {textOf(rate)}
        </Button>
      ))}
    </span>
  )
}
