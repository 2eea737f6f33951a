/**
 * The tests that a planted mistake in the pricing has to get past, in one file, so that they start once a mistake:
 * first those that find most the soonest.
 */
import '../domain/pricing/examples.test.ts'
import '../domain/pricing/unit-promotions.test.ts'
import '../domain/pricing/overlapping.test.ts'
import '../domain/pricing/order-offers.test.ts'
import '../domain/pricing/choice.test.ts'
import '../domain/pricing/when-and-who.test.ts'
import '../domain/pricing/exact-sums.test.ts'
import '../domain/pricing/returns.test.ts'
import '../domain/pricing/price-book.test.ts'
import '../domain/pricing/refusals.test.ts'
import '../domain/pricing/agreement.test.ts'
import '../domain/pricing/properties.test.ts'
