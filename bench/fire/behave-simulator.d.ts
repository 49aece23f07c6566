// What we use of a package without types.
declare module '@cbevins/fire-behavior-simulator' {
  export interface Dag {
    select(keys: readonly string[]): Dag;
    input(values: readonly (readonly [string, string | number])[]): Dag;
    run(): Dag;
    get(key: string): { value(): number };
  }
  export class Sim {
    constructor(key: string);
    getDag(key: string): Dag;
  }
}
