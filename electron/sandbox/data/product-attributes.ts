// What the sandbox knows of product attributes: which are properties of the product itself, which have a value per
// store view, and which names exist at all (a search for another is refused).

/** Attributes that are properties of a product in the API; all others stand in `custom_attributes`. */
export const productProperties = [
  'name',
  'attribute_set_id',
  'price',
  'status',
  'visibility',
  'type_id',
  'weight',
] as const;

/** Attributes with a value per store view; the others are global. */
export const storeScopedAttributes: readonly string[] = [
  'name',
  'status',
  'visibility',
  'description',
  'short_description',
  'url_key',
  'meta_title',
  'meta_keyword',
  'meta_description',
  'tax_class_id',
];

/** Custom attributes in the order in which they are listed. */
export const customAttributeOrder: readonly string[] = [
  'description',
  'short_description',
  'meta_title',
  'meta_keyword',
  'meta_description',
  'image',
  'small_image',
  'swatch_image',
  'thumbnail',
  'options_container',
  'msrp_display_actual_price_type',
  'url_key',
  'required_options',
  'has_options',
  'tax_class_id',
  'category_ids',
];

const searchableOnly: readonly string[] = [
  'category_id',
  'color',
  'cost',
  'country_of_manufacture',
  'created_at',
  'entity_id',
  'gift_message_available',
  'manufacturer',
  'msrp',
  'news_from_date',
  'news_to_date',
  'quantity_and_stock_status',
  'sku',
  'special_from_date',
  'special_price',
  'special_to_date',
  'store_id',
  'tier_price',
  'updated_at',
  'url_path',
  'website_id',
];

const known = new Set<string>([...productProperties, ...customAttributeOrder, ...searchableOnly]);

export const isKnownAttribute = (code: string): boolean => known.has(code);

/** What every new product gets without saying so. */
export const defaultAttributes: Readonly<Record<string, unknown>> = {
  attribute_set_id: 4,
  status: 1,
  visibility: 4,
  type_id: 'simple',
  options_container: 'container2',
  msrp_display_actual_price_type: '0',
  required_options: '0',
  has_options: '0',
  tax_class_id: '2',
  category_ids: [],
};
