// The part of gltf-validator that the tests use; the package ships no types.

declare module 'gltf-validator' {
  export interface ValidatorReport {
    readonly issues: {
      readonly numErrors: number;
      readonly numWarnings: number;
      readonly messages: readonly {
        readonly code: string;
        readonly message: string;
        /** 0 error, 1 warning, 2 information, 3 hint. */
        readonly severity: number;
        readonly pointer: string;
      }[];
    };
  }
  export function validateBytes(
    bytes: Uint8Array,
    options?: { readonly ignoredIssues?: readonly string[] },
  ): Promise<ValidatorReport>;
}
