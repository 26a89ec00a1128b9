# R's distribution functions, far into the tails, as JSON for distributions.test.ts.
# Run in this folder: Rscript distributions.R
table <- function(of, ...) {
  points <- expand.grid(...)
  points$value <- do.call(of, unname(points))
  points <- points[abs(points$value) > 1e-290, ]
  lines <- apply(points, 1, function(row) paste(formatC(row, digits = 17, format = "g", width = 1), collapse = ","))
  paste0("[\n[", paste(lines, collapse = "],\n["), "]\n]")
}

degrees <- c(1, 1.7, 2.5, 3, 14, 56, 149, 921, 1e4)
tables <- list(
  tTwoSided = table(function(t, df) 2 * pt(-t, df), c(1e-3, 0.7, 1.96, 4, 12, 40, 1000), degrees),
  tQuantile = table(qt, c(1e-12, 1e-6, 5e-4, 0.005, 0.025, 0.3, 0.6, 0.975, 0.9995), degrees),
  fUpper = table(
    function(f, df1, df2) pf(f, df1, df2, lower.tail = FALSE),
    c(1e-6, 0.2, 1, 5.1934, 40, 1000, 1e5), c(0.6, 1, 1.4946, 3, 8.7, 36), c(1.3, 4, 20.925, 149.5, 3000)
  ),
  chiSquareUpper = table(
    function(x, df) pchisq(x, df, lower.tail = FALSE),
    c(1e-8, 0.01, 1, 11.9409, 60, 300, 1200), c(1, 2, 3, 9, 36, 400)
  ),
  betaQuantile = table(
    qbeta, c(1e-10, 1e-4, 0.005, 0.025, 0.5, 0.975, 0.995, 1 - 1e-8),
    c(0.3, 1, 2.5, 7, 43.2, 467.8, 5000), c(0.4, 1, 3, 14, 150.5, 5000)
  )
)
dir.create("generated", showWarnings = FALSE)
writeLines(
  paste0('{\n"r": "', R.version.string, '",\n', paste0('"', names(tables), '": ', tables, collapse = ",\n"), "\n}"),
  "generated/distributions.json"
)
