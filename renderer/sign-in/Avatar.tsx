/** The first character of a name on the colour of the role. */
import type { Role } from '../../shared/contract/app.ts'
import { classes } from '../kit/classes.ts'
import css from './SignIn.module.css'

export function Avatar({ name, role, large = false }: { name: string; role: Role; large?: boolean }) {
  return (
    <span aria-hidden="true" className={classes(css['avatar'], css[role], large && css['large'])}>
      {[...name][0]}
    </span>
  )
}
