/** A request that can't be answered as it is written; the message is one sentence for whoever wrote it. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly statusCode: number;

  constructor(sentence: string, statusCode = 400) {
    super(sentence);
    this.statusCode = statusCode;
  }
}
