/** For so long a second press that was meant for the completion does not put the change away: nobody has seen it yet. */
export const DONE_REST_MS = 700
