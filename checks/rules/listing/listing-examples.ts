/** A `listing.yml` for examples; lines given are added, or take the place of those with the same key. */
export function listing(changes: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ ...usual, ...changes });
  return lines.map(([key, value]) => `${key}: ${value}\n`).join("");
}

const usual = {
  slug: "shop",
  name: "Shop",
  publisher: "acme",
  summary: "Keeps the orders of a shop in step.",
  description:
    "Create and find the orders of your shop, and start a recipe when one is paid. You need a key of an administrator to connect.",
  categories: "[eCommerce]",
  support: "{ email: help@shop.example }",
};

/** A connector of one action and one trigger. */
export const shop = `{
  title: 'Shop',
  connection: {},
  actions: { create_order: { title: 'Create order' } },
  triggers: { new_order: { title: 'New order' } }
}
`;
