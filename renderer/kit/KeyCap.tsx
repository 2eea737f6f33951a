/** The cap of a key, shown on what it does. */
import { classes } from './classes.ts'
import css from './KeyCap.module.css'

export function KeyCap({ name, dark = false }: { name: string; dark?: boolean }) {
  return (
    <kbd aria-hidden="true" className={classes(css['cap'], dark && css['dark'])}>
      {name}
    </kbd>
  )
}
