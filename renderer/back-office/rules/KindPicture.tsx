/**
 * What a kind of rule does, as a small drawing: goods, a till's paper or a ticket, and in cinnabar what is saved. The
 * words stand beside it; the drawing has none.
 */
import type { ReactNode } from 'react'
import { palette } from '../../theme/palette.ts'
import type { FormKind } from './draft/rule-draft.ts'
import { kindName, type KindName } from './kind-text.ts'

const WHEAT = '#c99a4b'
const COFFEE = '#7a5a43'
const LEAF = '#6b8f71'
const BERRY = '#b9606b'
const PLUM = '#8c7bb0'

export function KindPicture({ kind, width = 112 }: { kind: FormKind; width?: number }) {
  return (
    <svg viewBox="0 0 112 72" width={width} height={Math.round((width * 72) / 112)} aria-hidden="true">
      {PICTURES[kindName(kind)]}
    </svg>
  )
}

function Goods({ x, y, color, pale = false }: { x: number; y: number; color: string; pale?: boolean }) {
  return (
    <g opacity={pale ? 0.45 : 1}>
      <rect x={x} y={y} width="22" height="26" rx="5" fill={color} />
      <rect x={x} y={y} width="22" height="8" rx="4" fill="#fff" opacity=".32" />
      <rect x={x + 5} y={y + 14} width="12" height="3" rx="1.5" fill="#fff" opacity=".75" />
    </g>
  )
}

function Badge({ x, y, text, wide = false }: { x: number; y: number; text: string; wide?: boolean }) {
  const half = wide ? 15 : 11
  return (
    <g>
      <rect x={x - half} y={y - 11} width={half * 2} height="22" rx="11" fill={palette.cinnabar} />
      <text x={x} y={y + 4.6} textAnchor="middle" fontSize="13" fontWeight="700" fill="#fff">
        {text}
      </text>
    </g>
  )
}

function Cup({ x, color, pale = false }: { x: number; color: string; pale?: boolean }) {
  return (
    <g opacity={pale ? 0.5 : 1}>
      <path d={`M${x} 26h28l-4 34a4 4 0 0 1-4 3.5H${x + 8}a4 4 0 0 1-4-3.5z`} fill={color} />
      <rect x={x - 3} y="20" width="34" height="8" rx="4" fill={palette.ink} opacity=".78" />
      <rect x={x + 3} y="38" width="22" height="11" rx="3" fill="#fff" opacity=".7" />
    </g>
  )
}

function Paper({ children }: { children: ReactNode }) {
  return (
    <g>
      <path d="M30 6l5 4 5-4 5 4 5-4 5 4 5-4 5 4 5-4v58l-5 4-5-4-5 4-5-4-5 4-5-4-5 4-5-4z" fill="#fff" />
      <path
        d="M30 6l5 4 5-4 5 4 5-4 5 4 5-4 5 4 5-4v58l-5 4-5-4-5 4-5-4-5 4-5-4-5 4-5-4z"
        fill="none"
        stroke={palette.line}
      />
      <rect x="36" y="19" width="17" height="4" rx="2" fill={palette['ink-3']} opacity=".6" />
      <rect x="58" y="19" width="6" height="4" rx="2" fill={palette['ink-3']} opacity=".6" />
      <rect x="36" y="28" width="13" height="4" rx="2" fill={palette['ink-3']} opacity=".6" />
      <rect x="58" y="28" width="6" height="4" rx="2" fill={palette['ink-3']} opacity=".6" />
      <rect x="36" y="38" width="28" height="1.6" fill={palette.line} />
      {children}
    </g>
  )
}

function Ticket({ children }: { children: ReactNode }) {
  return (
    <g>
      <path
        d="M12 18a6 6 0 0 1 6-6h76a6 6 0 0 1 6 6v11a7 7 0 0 0 0 14v11a6 6 0 0 1-6 6H18a6 6 0 0 1-6-6V43a7 7 0 0 0 0-14z"
        fill={palette['cinnabar-2']}
        stroke="#eac7bd"
      />
      <path d="M40 16v40" stroke="#dba999" strokeWidth="2" strokeDasharray="3 4" />
      {children}
    </g>
  )
}

const TICKET_LINES = (
  <>
    <rect x="50" y="25" width="36" height="5" rx="2.5" fill={palette.cinnabar} opacity=".75" />
    <rect x="50" y="36" width="26" height="4" rx="2" fill={palette['ink-3']} opacity=".5" />
    <rect x="50" y="45" width="32" height="4" rx="2" fill={palette['ink-3']} opacity=".3" />
  </>
)

function TicketSign({ text }: { text: string }) {
  return (
    <text x="26" y="43" textAnchor="middle" fontSize="19" fontWeight="700" fill={palette.cinnabar}>
      {text}
    </text>
  )
}

const PICTURES: Readonly<Record<KindName, ReactNode>> = {
  kindNth: (
    <>
      <Cup x={20} color={COFFEE} />
      <Cup x={62} color={COFFEE} pale />
      <Badge x={88} y={20} text="½" />
    </>
  ),
  kindBuyGet: (
    <>
      <Goods x={10} y={28} color={LEAF} />
      <Goods x={36} y={28} color={LEAF} />
      <text x="66" y="46" textAnchor="middle" fontSize="18" fontWeight="700" fill={palette['ink-3']}>
        +
      </text>
      <Goods x={76} y={28} color={BERRY} />
      <path d="M87 28v26M76 38h22" stroke="#fff" strokeWidth="3" />
      <path d="M87 27c-9 0-10-11-4-11 4 0 4 7 4 11zm0 0c9 0 10-11 4-11-4 0-4 7-4 11z" fill={palette.cinnabar} />
    </>
  ),
  kindForPrice: (
    <>
      <path d="M8 62h96" stroke={palette.line} strokeWidth="4" strokeLinecap="round" />
      <Goods x={10} y={32} color={WHEAT} />
      <Goods x={34} y={32} color={BERRY} />
      <Goods x={58} y={32} color={WHEAT} />
      <Goods x={82} y={32} color={LEAF} />
      <path
        d="M12 28q0-8 8-8h26M100 28q0-8-8-8H70"
        fill="none"
        stroke={palette['ink-3']}
        strokeWidth="2"
        opacity=".6"
      />
      <Badge x={58} y={18} text="¥" />
    </>
  ),
  kindSpecial: (
    <>
      <path d="M22 36l18-22h48a6 6 0 0 1 6 6v32a6 6 0 0 1-6 6H40z" fill={palette['jade-2']} stroke="#b9d8cf" />
      <circle cx="39" cy="36" r="4" fill={palette.card} stroke="#b9d8cf" />
      <rect x="52" y="24" width="24" height="4" rx="2" fill={palette['ink-3']} opacity=".55" />
      <path d="M49 30l30-8" stroke={palette.cinnabar} strokeWidth="2" strokeLinecap="round" />
      <text x="66" y="51" textAnchor="middle" fontSize="20" fontWeight="700" fill={palette.cinnabar}>
        ¥
      </text>
    </>
  ),
  kindPercent: (
    <>
      <Goods x={28} y={22} color={WHEAT} />
      <Goods x={54} y={28} color={LEAF} />
      <Badge x={80} y={24} text="%" />
      <path d="M16 60h80" stroke={palette.line} strokeWidth="4" strokeLinecap="round" />
    </>
  ),
  kindQuantityRate: (
    <>
      <rect x="10" y="50" width="28" height="14" rx="4" fill={PLUM} opacity=".45" />
      <rect x="42" y="34" width="28" height="30" rx="4" fill={PLUM} opacity=".7" />
      <rect x="74" y="18" width="28" height="46" rx="4" fill={PLUM} />
      <Badge x={56} y={25} text="−" />
      <Badge x={88} y={13} text="−−" wide />
    </>
  ),
  kindAmountOff: (
    <Paper>
      <rect x="36" y="46" width="12" height="5" rx="2.5" fill={palette.cinnabar} opacity=".8" />
      <Badge x={72} y={49} text="−¥" wide />
    </Paper>
  ),
  kindOrderRate: (
    <Paper>
      <rect x="36" y="46" width="12" height="5" rx="2.5" fill={palette.cinnabar} opacity=".8" />
      <Badge x={72} y={49} text="%" />
    </Paper>
  ),
  kindCouponAmountOff: (
    <Ticket>
      <TicketSign text="¥" />
      {TICKET_LINES}
    </Ticket>
  ),
  kindCouponOrderRate: (
    <Ticket>
      <TicketSign text="%" />
      {TICKET_LINES}
    </Ticket>
  ),
  kindCouponProduct: (
    <Ticket>
      <Goods x={15} y={23} color={COFFEE} />
      {TICKET_LINES}
    </Ticket>
  ),
}
