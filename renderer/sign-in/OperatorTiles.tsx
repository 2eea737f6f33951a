/** Everybody who may sign in, by name and role. A tile chooses; it never signs in by itself. */
import { signInText } from '../../shared/text/sign-in.ts'
import { useLocale, useText } from '../i18n.ts'
import { classes } from '../kit/classes.ts'
import { timeText } from '../kit/instant-text.ts'
import { Avatar } from './Avatar.tsx'
import css from './SignIn.module.css'
import type { SignInOperator } from './sign-in-operator.ts'

interface OperatorTilesProps {
  operators: readonly SignInOperator[]
  chosenId: string | null
  nowAt: number
  onChoose: (operatorId: string) => void
}

/** As many as fit in two wide columns. */
const FEW = 6

export function OperatorTiles({ operators, chosenId, nowAt, onChoose }: OperatorTilesProps) {
  const t = useText(signInText)
  const locale = useLocale()
  return (
    <ul className={classes(css['tiles'], operators.length <= FEW && css['few'])}>
      {operators.map((operator) => {
        const on = operator.operatorId === chosenId
        const lockedUntilAt = operator.lockedUntilAt ?? 0
        return (
          <li key={operator.operatorId}>
            <button
              type="button"
              aria-pressed={on}
              className={classes(css['tile'], on && css['on'])}
              data-testid={`operator-${operator.code}`}
              onClick={() => onChoose(operator.operatorId)}
            >
              <Avatar name={operator.name} role={operator.role} />
              <span className={css['tileText']}>
                <b className={css['name']}>{operator.name}</b>
                <span className={css['role']}>
                  {t(`roles.${operator.role}`)} · {operator.code}
                </span>
                {lockedUntilAt > nowAt ? (
                  <span className={css['locked']}>{t('lockedUntil', { time: timeText(lockedUntilAt, locale) })}</span>
                ) : null}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
