/**
 * In how many working days an authority does what it owes itself. No contract says so: they are rules that this project
 * gives every authority, so that what waits for the authority is as plain to see as what waits for a provider
 * (DOMAIN.md, “The authority has due dates too”).
 */
export const AUTHORITY_RULES = {
  /** A delivery report is reviewed, counted from the day on which it was reported, or its question answered. */
  'review a report': 20,
  /** A request for more time is granted or refused, counted from the day on which it was made: well before the return is due. */
  'answer a request for more time': 5,
  /** A break condition that was met is confirmed or set aside, counted from the day on which it was found. */
  'decide on a condition': 10,
} as const;

/** In how many working days a provider answers a question about its report, counted from the day on which it was asked. */
export const DAYS_TO_ANSWER_A_QUERY = 10;
