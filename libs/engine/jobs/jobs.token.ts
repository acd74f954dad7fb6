/** What Nest injects the jobs by. */
export const JOBS = Symbol('Jobs');
