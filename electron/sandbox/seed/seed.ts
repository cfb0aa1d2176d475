// The data that a sandbox starts with. Entities have the form in which Magento's REST API returns them, so a seed can
// be written by asking a real server; accounts and a few facts that the API never shows are added.
import { z } from 'zod';

const identifier = z.number().int().nonnegative();
/** 32 lower-case letters and digits, the form of every OAuth key, token and secret of Magento. */
const oauthValue = z.string().regex(/^[0-9a-z]{32}$/, 'must be 32 lower-case letters and digits');

/** Checks an entity and keeps it as it is: a parsed copy would have its known keys first, and clients see the order. */
function unchanged<T extends z.ZodType>(schema: T) {
  return z.unknown().transform((value, context): z.output<T> => {
    const { error } = schema.safeParse(value);
    for (const issue of error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message });
    }
    return error ? z.NEVER : (value as z.output<T>);
  });
}

const storeSchema = z.looseObject({
  id: identifier,
  code: z.string().min(1),
  name: z.string(),
  website_id: identifier,
  store_group_id: identifier,
});

const adminSchema = z.object({
  username: z.string().min(1),
  password: z.string(),
  resources: z.array(z.string()).readonly(),
  active: z.boolean(),
  /** Starts with the six failed sign-ins that lock an account. */
  locked: z.boolean().optional(),
});

const integrationSchema = z.object({
  name: z.string().min(1),
  consumerId: identifier,
  consumerKey: oauthValue,
  consumerSecret: oauthValue,
  active: z.boolean(),
  accessToken: oauthValue.optional(),
  accessTokenSecret: oauthValue.optional(),
  revoked: z.boolean().optional(),
  callbackUrl: z.string().optional(),
  identityLinkUrl: z.string().optional(),
  resources: z.array(z.string()).readonly(),
});

const customerSchema = z.looseObject({
  id: identifier,
  email: z.string().min(1),
  firstname: z.string(),
  lastname: z.string(),
  password: z.string(),
});

const productSchema = z.looseObject({
  id: identifier,
  sku: z.string().min(1),
  name: z.string(),
  /** Values of single store views by store code and attribute. */
  store_values: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});

const codedSchema = z.looseObject({ id: identifier, code: z.string() });

const categorySchema = z.looseObject({
  id: identifier,
  parent_id: identifier,
  name: z.string(),
  is_active: z.boolean(),
  position: z.number().int(),
  level: z.number().int(),
  get children_data() {
    return z.array(categorySchema).readonly();
  },
});

/** Checks a seed that comes from a file. */
export const seedSchema = z.object({
  about: z.string().optional(),
  /** The address that texts of the seed begin with; the sandbox puts its own in its place. */
  baseUrl: z.string().min(1),
  stores: z.array(unchanged(storeSchema)).min(1).readonly(),
  storeConfigs: z.array(unchanged(codedSchema)).readonly(),
  websites: z.array(unchanged(codedSchema)).readonly(),
  storeGroups: z.array(unchanged(codedSchema)).readonly(),
  currency: unchanged(z.looseObject({ base_currency_code: z.string() })),
  customerGroups: z.array(unchanged(codedSchema)).readonly(),
  categories: unchanged(categorySchema),
  modules: z.array(z.string()).readonly(),
  admins: z.array(adminSchema).readonly(),
  integrations: z.array(integrationSchema).readonly(),
  customers: z.array(unchanged(customerSchema)).readonly(),
  products: z.array(unchanged(productSchema)).readonly(),
  config: z.record(z.string(), z.unknown()),
});

export type Seed = Readonly<z.infer<typeof seedSchema>>;
export type SeedProduct = Seed['products'][number];
export type SeedCustomer = Seed['customers'][number];
export type SeedCategory = Seed['categories'];
export type SeedStore = Seed['stores'][number];
export type SeedIntegration = Seed['integrations'][number];
