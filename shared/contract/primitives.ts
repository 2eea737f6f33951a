/** Shapes that every part of the contract is made of. Money in fen, instants in epoch milliseconds, ids UUIDv7 text. */
import { z } from 'zod'

/** UUIDv7 text, made by whoever sends the command. */
export const Id = z.uuid({ version: 'v7' })
export const Fen = z.int().meta({ description: 'amount in fen (1/100 CNY)' })
export const PositiveFen = z.int().min(1).max(99_999_999).meta({ description: 'amount in fen, above zero' })
export const AmountFen = z.int().min(0).max(99_999_999).meta({ description: 'amount in fen, zero or more' })
export const Instant = z.int().min(0).meta({ description: 'instant, milliseconds since 1970' })
export const BusinessDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const Sku = z.string().min(1).max(40)
export const LineId = z.string().min(1).max(20)
export const Pin = z.string().regex(/^\d{4,8}$/)
export const ShortText = z.string().trim().min(1).max(60)

/** A text of the shop in both languages. */
export const Label = z.object({ zh: z.string(), en: z.string() })
export type Label = z.infer<typeof Label>

/** Every command carries an id made before it is first tried; the same id gives the first answer. */
export const Command = z.object({ commandId: Id })

/** A second person's consent, used for this one command only. The PIN is checked, never stored. */
export const Approval = z.object({ operatorId: Id, pin: Pin })
export type Approval = z.infer<typeof Approval>

/** An expected "no": a code of shared/text/refusals.ts and the values that its sentence shows. */
export const Refusal = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Refusal = z.infer<typeof Refusal>

/** Errors that every procedure may answer with. */
export const errors = {
  REFUSED: { status: 422, message: 'The till refused this command', data: Refusal },
} as const
