import { asFields, type Fields } from '../rest/arguments.ts';

/** How many of a product there are; everything else about stock is Magento's default. */
export interface Stock {
  readonly qty: number | null;
  readonly isInStock: boolean;
  /** When an update found fewer than are worth a notice; null where there are enough or nobody looked yet. */
  readonly lowStockDate: string | null;
}

export const noStock: Stock = { qty: null, isInStock: false, lowStockDate: null };

const notifyQuantity = 1;

/** Stock from a stock item as the API takes it, based on what was there. */
export function readStock(value: unknown, present: Stock): Stock {
  const item: Fields = asFields(value);
  const qty = item['qty'] === undefined || item['qty'] === null ? present.qty : Number(item['qty']);
  const flag = item['is_in_stock'];
  const isInStock = flag === undefined ? present.isInStock : flag === true || flag === 'true' || flag === 1;
  return { ...present, qty, isInStock };
}

/** Stock after an update: a low one is dated, as Magento does even where the update was about something else. */
export function dateLowStock(stock: Stock, time: string): Stock {
  const isLow = (stock.qty ?? 0) < notifyQuantity;
  return { ...stock, lowStockDate: isLow ? (stock.lowStockDate ?? time) : null };
}

/** A stock item as the API returns it. */
export function renderStockItem(productId: number, stock: Stock): Fields {
  return {
    item_id: productId,
    product_id: productId,
    stock_id: 1,
    qty: stock.qty,
    is_in_stock: stock.isInStock,
    is_qty_decimal: false,
    show_default_notification_message: false,
    use_config_min_qty: true,
    min_qty: 0,
    use_config_min_sale_qty: 1,
    min_sale_qty: 1,
    use_config_max_sale_qty: true,
    max_sale_qty: 10000,
    use_config_backorders: true,
    backorders: 0,
    use_config_notify_stock_qty: true,
    notify_stock_qty: notifyQuantity,
    use_config_qty_increments: true,
    qty_increments: 0,
    use_config_enable_qty_inc: true,
    enable_qty_increments: false,
    use_config_manage_stock: true,
    manage_stock: true,
    low_stock_date: stock.lowStockDate,
    is_decimal_divided: false,
    stock_status_changed_auto: 0,
  };
}
