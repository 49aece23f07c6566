// Errors that say that the database is away, not that a statement is wrong: what was asked may be asked again.

const systemCodes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH'];
/** Class 08: connection; 57: stopped or starting; 53: no room for more; 40: broken off in favour of another. */
const sqlClasses = ['08', '57', '53', '40'];
/** What node-postgres says without a code. */
const sentences =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/i;

/** Whether the same statement may well succeed later. */
export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isConnectionLoss);
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') {
    const { code } = error;
    if (systemCodes.includes(code)) return true;
    // A socket that is not there, and not any file.
    if (code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect';
    // A statement that ran for too long would do so again.
    if (code === '57014') return false;
    // SQLSTATE has five characters.
    if (code.length === 5 && sqlClasses.includes(code.slice(0, 2))) return true;
  }
  return sentences.test(error.message);
}
