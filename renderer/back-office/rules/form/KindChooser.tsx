/** The kinds of rules as drawings: one is chosen by what it looks like, in the shop's words. */
import { Button } from 'antd'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useText } from '../../../i18n.ts'
import { KeyCap } from '../../../kit/KeyCap.tsx'
import { useEscapeBack } from '../../leave-guard.ts'
import { type FormKind, formKinds } from '../draft/rule-draft.ts'
import { kindHint, kindName } from '../kind-text.ts'
import { KindPicture } from '../KindPicture.tsx'
import css from './KindChooser.module.css'

interface KindChooserProps {
  onChoose: (kind: FormKind) => void
  onBack: () => void
}

export function KindChooser({ onChoose, onBack }: KindChooserProps) {
  const t = useText(rulesScreenText)
  useEscapeBack(onBack)
  return (
    <div className={css['chooser']} data-testid="kind-chooser">
      <header className={css['head']}>
        <h2 className={css['title']}>{t('chooseTitle')}</h2>
        <Button onClick={onBack} data-testid="rules-back">
          {t('toList')} <KeyCap name="Esc" />
        </Button>
      </header>
      <div className={css['body']}>
        <Kinds
          title={t('choosePromotions')}
          hint={t('choosePromotionsHint')}
          kinds={formKinds.filter(({ kind }) => kind === 'promotion')}
          onChoose={onChoose}
        />
        <Kinds
          title={t('chooseCoupons')}
          hint={t('chooseCouponsHint')}
          kinds={formKinds.filter(({ kind }) => kind === 'coupon-template')}
          onChoose={onChoose}
        />
      </div>
    </div>
  )
}

interface KindsProps {
  title: string
  hint: string
  kinds: readonly FormKind[]
  onChoose: (kind: FormKind) => void
}

function Kinds({ title, hint, kinds, onChoose }: KindsProps) {
  const t = useText(rulesScreenText)
  return (
    <section>
      <h3 className={css['group']}>
        {title} <small>{hint}</small>
      </h3>
      <div className={css['kinds']}>
        {kinds.map((kind, index) => (
          <button
            key={kindName(kind)}
            type="button"
            className={css['kind']}
            autoFocus={kind.kind === 'promotion' && index === 0}
            data-testid={`kind-${kind.kind}-${kind.ruleKind}`}
            onClick={() => onChoose(kind)}
          >
            <span className={css['picture']}>
              <KindPicture kind={kind} width={108} />
            </span>
            <b>{t(kindName(kind))}</b>
            <small>{t(kindHint(kind))}</small>
          </button>
        ))}
      </div>
    </section>
  )
}
