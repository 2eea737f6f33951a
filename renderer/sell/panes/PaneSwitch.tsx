/** The pane that is open in the middle column. */
import { useSellUi } from '../sell-ui.ts'
import { AccountPane } from '../stored-value/AccountPane.tsx'
import { WhyPane } from '../why/WhyPane.tsx'
import { AddNowPane } from './AddNowPane.tsx'
import { ClearPane } from './ClearPane.tsx'
import { CouponsPane } from './CouponsPane.tsx'
import { DiscountPane } from './DiscountPane.tsx'
import { MemberPane } from './MemberPane.tsx'
import { OpenPricePane } from './OpenPricePane.tsx'
import { PointsPane } from './PointsPane.tsx'
import { PricePane } from './PricePane.tsx'
import { QuantityPane, WeighPane } from './QuantityPane.tsx'
import { RegisterPane } from './RegisterPane.tsx'
import { ServePane } from './ServePane.tsx'

export function PaneSwitch() {
  const pane = useSellUi((state) => state.pane)
  switch (pane.kind) {
    case 'browse':
      return null
    case 'member':
      return <MemberPane />
    case 'register':
      return <RegisterPane query={pane.query} card={pane.card} />
    case 'quantity':
      return <QuantityPane key={pane.line} line={pane.line} />
    case 'weigh':
      return <WeighPane key={pane.product.sku} product={pane.product} />
    case 'open-price':
      return <OpenPricePane key={pane.product.sku} product={pane.product} />
    case 'price':
      return <PricePane key={pane.line} line={pane.line} />
    case 'serve':
      return <ServePane line={pane.line} />
    case 'coupons':
      return <CouponsPane />
    case 'points':
      return <PointsPane />
    case 'account':
      return <AccountPane />
    case 'clear':
      return <ClearPane />
    case 'why':
      return <WhyPane />
    case 'discount':
      return <DiscountPane />
    case 'add-now':
      return <AddNowPane key={pane.barcode} barcode={pane.barcode} />
  }
}
