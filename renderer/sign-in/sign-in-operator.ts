/** Somebody who may sign in; locked while `lockedUntilAt` (epoch ms) lies ahead. */
import type { OperatorView } from '../../shared/contract/app.ts'

export type SignInOperator = OperatorView & { readonly lockedUntilAt: number | null }
