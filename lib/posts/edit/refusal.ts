// What an author asked for that is not done, and why: one sentence, without a stack.

export class Refusal extends Error {}
