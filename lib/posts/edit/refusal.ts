// What an author asked for that is not done, and why: one sentence, without a stack.

export class Refusal extends Error {}

/** What the machine would not do: no fault of the program, so nobody wants to see its lines. */
const denied = /^(?:EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EBUSY|EEXIST|ENOTDIR|EISDIR): /

/** A file is written beside its place first, under a name that nobody has chosen. */
const draft = new RegExp(`\\.${process.pid}(?=')`, 'g')

/** The sentence of a failure of the disk, without the folder `root`; undefined for any other. */
export const deniedBy = (fault: unknown, root: string): string | undefined =>
  fault instanceof Error && denied.test(fault.message)
    ? fault.message.replace(denied, '').replaceAll(root, '').replace(draft, '')
    : undefined
