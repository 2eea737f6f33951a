/** What the two ways to begin look like: shelves that are full, and a roll of paper that is still blank. */
import css from './FirstStart.module.css'

const COLORS = ['#c99a4b', '#7a5a43', '#6b8f71', '#b9606b', '#8c7bb0', '#5b86a8', '#c99a4b', '#a39c8f']
const SHELF = COLORS.map((color, index) => ({
  id: `tile-${index}`,
  color,
  x: 14 + (index % 4) * 75,
  y: 10 + Math.trunc(index / 4) * 60,
  nameWidth: 26 + ((index * 7) % 18),
}))

export function DemoPicture() {
  return (
    <svg viewBox="0 0 320 132" className={css['drawing']}>
      {SHELF.map(({ id, color, x, y, nameWidth }) => (
        <g key={id}>
          <rect x={x} y={y} width="67" height="52" rx="8" fill="#fffdf8" />
          <path d={`M${x} ${y + 8}a8 8 0 0 1 8-8h51a8 8 0 0 1 8 8z`} fill={color} />
          <rect x={x + 9} y={y + 17} width={nameWidth} height="6" rx="3" fill="#1d1b18" opacity=".75" />
          <rect x={x + 9} y={y + 37} width="22" height="6" rx="3" fill="#1d1b18" opacity=".3" />
        </g>
      ))}
    </svg>
  )
}

export function OwnPicture() {
  return (
    <svg viewBox="0 0 320 132" className={css['drawing']}>
      <rect x="98" y="96" width="124" height="36" rx="10" fill="#1d1b18" />
      <rect x="110" y="94" width="100" height="9" rx="4.5" fill="#000" />
      <path d="M118 12l7 6 7-6 7 6 7-6 7 6 7-6 7 6 7-6 7 6 7-6 7 6 7-6v86H118z" fill="#fff" />
      <rect x="134" y="30" width="52" height="9" rx="4.5" fill="#0e6a5b" />
      <rect x="130" y="52" width="60" height="5" rx="2.5" fill="#e4ded2" />
      <rect x="130" y="64" width="60" height="5" rx="2.5" fill="#e4ded2" />
      <rect x="130" y="76" width="38" height="5" rx="2.5" fill="#e4ded2" />
      <circle cx="210" cy="118" r="4" fill="#6fc3ab" />
    </svg>
  )
}
