;; The loops over respondents, 16 at a time where the work allows it. The memory is the caller's to lay out: see
;; kernel.ts. Counts of bytes are rounded up to 16, so what lies behind is read and overwritten.
(module
  (memory (export "memory") 1)

  ;; lane[i] |= (bytes[i] & mask) << shift
  (func (export "put") (param $lane i32) (param $bytes i32) (param $count i32) (param $mask i32) (param $shift i32)
    (local $end i32) (local $masks v128)
    (local.set $end (i32.add (local.get $lane) (local.get $count)))
    (local.set $masks (i8x16.splat (local.get $mask)))
    (loop $next
      (v128.store (local.get $lane)
        (v128.or (v128.load (local.get $lane))
          (i8x16.shl (v128.and (v128.load (local.get $bytes)) (local.get $masks)) (local.get $shift))))
      (local.set $lane (i32.add (local.get $lane) (i32.const 16)))
      (local.set $bytes (i32.add (local.get $bytes) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $lane) (local.get $end)))))

  ;; others[i] &= bytes[i] == code ? 0 : 0xff
  (func (export "keepOthers") (param $others i32) (param $bytes i32) (param $count i32) (param $code i32)
    (local $end i32) (local $codes v128)
    (local.set $end (i32.add (local.get $others) (local.get $count)))
    (local.set $codes (i8x16.splat (local.get $code)))
    (loop $next
      (v128.store (local.get $others)
        (v128.and (v128.load (local.get $others)) (i8x16.ne (v128.load (local.get $bytes)) (local.get $codes))))
      (local.set $others (i32.add (local.get $others) (i32.const 16)))
      (local.set $bytes (i32.add (local.get $bytes) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $others) (local.get $end)))))

  ;; keys[i] |= lane[i] << shift; a key has 32 bits
  (func (export "widen") (param $keys i32) (param $lane i32) (param $count i32) (param $shift i32)
    (local $end i32) (local $low v128) (local $high v128)
    (local.set $end (i32.add (local.get $lane) (local.get $count)))
    (loop $next
      (local.set $low (i16x8.extend_low_i8x16_u (v128.load (local.get $lane))))
      (local.set $high (i16x8.extend_high_i8x16_u (v128.load (local.get $lane))))
      (v128.store (local.get $keys) (v128.or (v128.load (local.get $keys))
        (i32x4.shl (i32x4.extend_low_i16x8_u (local.get $low)) (local.get $shift))))
      (v128.store offset=16 (local.get $keys) (v128.or (v128.load offset=16 (local.get $keys))
        (i32x4.shl (i32x4.extend_high_i16x8_u (local.get $low)) (local.get $shift))))
      (v128.store offset=32 (local.get $keys) (v128.or (v128.load offset=32 (local.get $keys))
        (i32x4.shl (i32x4.extend_low_i16x8_u (local.get $high)) (local.get $shift))))
      (v128.store offset=48 (local.get $keys) (v128.or (v128.load offset=48 (local.get $keys))
        (i32x4.shl (i32x4.extend_high_i16x8_u (local.get $high)) (local.get $shift))))
      (local.set $keys (i32.add (local.get $keys) (i32.const 64)))
      (local.set $lane (i32.add (local.get $lane) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $lane) (local.get $end)))))

  ;; counts[keys[i]] += 1, four keys a step: count is rounded up to 4; a count has 32 bits
  (func (export "count") (param $counts i32) (param $keys i32) (param $count i32)
    (local $end i32) (local $place i32)
    (local.set $end (i32.add (local.get $keys) (i32.shl (local.get $count) (i32.const 2))))
    (loop $next
      (local.set $place (i32.add (local.get $counts) (i32.shl (i32.load (local.get $keys)) (i32.const 2))))
      (i32.store (local.get $place) (i32.add (i32.load (local.get $place)) (i32.const 1)))
      (local.set $place (i32.add (local.get $counts) (i32.shl (i32.load offset=4 (local.get $keys)) (i32.const 2))))
      (i32.store (local.get $place) (i32.add (i32.load (local.get $place)) (i32.const 1)))
      (local.set $place (i32.add (local.get $counts) (i32.shl (i32.load offset=8 (local.get $keys)) (i32.const 2))))
      (i32.store (local.get $place) (i32.add (i32.load (local.get $place)) (i32.const 1)))
      (local.set $place (i32.add (local.get $counts) (i32.shl (i32.load offset=12 (local.get $keys)) (i32.const 2))))
      (i32.store (local.get $place) (i32.add (i32.load (local.get $place)) (i32.const 1)))
      (local.set $keys (i32.add (local.get $keys) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $keys) (local.get $end)))))

  ;; sums[keys[i]] += (weights[i], weights[i] * weights[i]), for exactly count keys
  (func (export "sum") (param $sums i32) (param $keys i32) (param $weights i32) (param $count i32)
    (local $end i32) (local $place i32) (local $weight v128)
    (local.set $end (i32.add (local.get $keys) (i32.shl (local.get $count) (i32.const 2))))
    (loop $next
      (local.set $place (i32.add (local.get $sums) (i32.shl (i32.load (local.get $keys)) (i32.const 4))))
      (local.set $weight (v128.load64_splat (local.get $weights)))
      (v128.store (local.get $place) (f64x2.add (v128.load (local.get $place))
        (f64x2.mul (local.get $weight) (f64x2.replace_lane 0 (local.get $weight) (f64.const 1)))))
      (local.set $keys (i32.add (local.get $keys) (i32.const 4)))
      (local.set $weights (i32.add (local.get $weights) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $keys) (local.get $end)))))
)
