// The part of Frictionless' own library that the test uses; it brings no types.
declare module "datapackage" {
  type TableError = Error & { readonly errors?: readonly Error[] };
  type Resource = {
    readonly name: string;
    readonly tabular: boolean;
    readonly errors: readonly TableError[];
    readonly read: (options: { keyed: boolean }) => Promise<readonly Readonly<Record<string, unknown>>[]>;
    readonly checkRelations: () => Promise<boolean>;
  };
  export const Package: {
    readonly load: (
      descriptor: string,
      options: { strict: boolean },
    ) => Promise<{ readonly errors: readonly TableError[]; readonly resources: readonly Resource[] }>;
  };
}
