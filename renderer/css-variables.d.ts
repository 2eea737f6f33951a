/** CSS custom properties in `style`, as in style={{ '--tile': color }}. */
import 'react'

declare module 'react' {
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined
  }
}
