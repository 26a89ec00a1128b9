# Random samples and what R's survey package says of them, as JSON for survey-figures.test.ts.
# Run in this folder: Rscript survey-figures.R
suppressMessages(library(survey))
set.seed(20240607)
level <- 0.95
quantiles <- c(0.1, 0.25, 0.5, 0.75, 0.9)

json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) {
    items <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(items, collapse = ","), "]"))
    return(paste0("{", paste0('"', names(x), '":', items, collapse = ","), "}"))
  }
  if (is.character(x)) return(paste0('"', x, '"'))
  items <- ifelse(is.finite(x), formatC(x, digits = 17, format = "g", width = 1), "null")
  if (length(x) == 1 && !inherits(x, "AsIs")) return(items)
  paste0("[", paste(items, collapse = ","), "]")
}

# Weights are eighths, so that a cumulative weight that hits a quantile hits it exactly.
sampleOf <- function(stratified, clustered, finite) {
  n <- sample(30:80, 1)
  strata <- if (stratified) sample(0:2, n, replace = TRUE) else rep(0, n)
  clusters <- if (clustered) sample(1:6, n, replace = TRUE) else seq_len(n)
  columns <- (clusters + sample(0:1, n, replace = TRUE)) %% 3
  rows <- ifelse(runif(n) < 0.5, columns, sample(0:2, n, replace = TRUE))
  gone <- function(x) replace(x, runif(n) < 0.1, NA)
  data <- data.frame(
    strata, clusters,
    weights = sample(1:40, n, replace = TRUE) / 8,
    rows = gone(rows), columns = gone(columns),
    values = gone(round(rnorm(n, 30 + 4 * columns, 6)))
  )
  units <- unique(data[c("strata", "clusters")])
  drawn <- as.vector(table(units$strata))
  # Now and then a whole stratum was drawn.
  population <- drawn + sample(c(0, 3, 10, 200), length(drawn), replace = TRUE)
  data$population <- population[data$strata + 1]
  design <- svydesign(
    ids = ~clusters, strata = if (stratified) ~strata, weights = ~weights,
    fpc = if (finite) ~population, data = data, nest = TRUE
  )
  list(data = data, design = design, population = if (finite) population)
}

unlessNaN <- function(x) if (is.null(x) || any(!is.finite(x))) NULL else x

# Korn and Graubard count no more respondents than there are; svyciprop does, else it says the same.
kornGraubard <- function(design, row, p, variance) {
  if (p == 0 || p == 1 || variance == 0 || degf(design) < 1) return(NULL)
  n <- nrow(design)
  effective <- p * (1 - p) / variance * (qt(0.025, n - 1) / qt(0.025, degf(design)))^2
  size <- min(effective, n)
  interval <- c(qbeta(0.025, size * p, size * (1 - p) + 1), qbeta(0.975, size * p + 1, size * (1 - p)))
  if (effective < n) {
    published <- svyciprop(bquote(~I(rows == .(row))), design, method = "beta", level = level)
    stopifnot(all.equal(interval, as.numeric(attr(published, "ci")), tolerance = 1e-12))
  }
  interval
}

proportion <- function(design, row) {
  mean <- svymean(~I(as.numeric(rows == row)), design)
  p <- as.numeric(coef(mean))
  list(row = row, p = p, se = as.numeric(SE(mean)), interval = kornGraubard(design, row, p, as.numeric(vcov(mean))))
}

describe <- function(design) {
  x <- design$variables$values
  w <- weights(design)
  mean <- svymean(~values, design)
  df <- degf(design)
  list(
    n = length(x), df = df, mean = as.numeric(coef(mean)),
    se = as.numeric(SE(mean)),
    sd = unlessNaN(sqrt(as.numeric(suppressWarnings(svyvar(~values, design))))),
    interval = if (df > 0) as.numeric(confint(mean, level = level, df = df)),
    # survey 4.1.1 takes the second value where the first alone passes p: nothing is recorded there.
    quantiles = lapply(quantiles, function(p) {
      if (w[order(x)][1] > p * sum(w)) return(NULL)
      as.numeric(svyquantile(~values, design, p, qrule = "hf2", ci = FALSE)$values[1])
    })
  )
}

independence <- function(design) {
  second <- tryCatch(svychisq(~rows + columns, design), error = function(e) NULL)
  if (is.null(second) || !is.finite(second$p.value)) return(NULL)
  first <- svychisq(~rows + columns, design, statistic = "Chisq")
  list(
    f = as.numeric(second$statistic), df = as.numeric(second$parameter), p = as.numeric(second$p.value),
    chiSquare = as.numeric(first$statistic), firstOrderP = as.numeric(first$p.value)
  )
}

difference <- function(design, row, a, b) {
  pair <- subset(design, columns %in% c(a, b))
  pair <- update(pair, answered = as.numeric(rows == row), inA = as.numeric(columns == a))
  test <- tryCatch(suppressWarnings(svyttest(answered ~ inA, pair)), error = function(e) NULL)
  t <- as.numeric(test$statistic)
  # Where nothing varies, a difference has no t of its own.
  if (is.null(test) || !is.finite(t) || abs(t) > 1e6 || test$parameter < 1) return(NULL)
  list(
    row = row, columns = I(c(a, b)), difference = as.numeric(test$estimate), t = t,
    df = as.numeric(test$parameter), p = as.numeric(test$p.value)
  )
}

figures <- function(stratified, clustered, finite) {
  drawn <- sampleOf(stratified, clustered, finite)
  table <- subset(drawn$design, !is.na(rows) & !is.na(columns))
  groups <- sort(unique(table$variables$columns))
  numbers <- subset(drawn$design, !is.na(values))
  data <- drawn$data
  list(
    weights = data$weights, strata = if (stratified) data$strata, clusters = if (clustered) data$clusters,
    population = if (finite && stratified) I(drawn$population) else if (finite) drawn$population,
    rows = data$rows, columns = data$columns, values = data$values,
    proportions = unname(lapply(groups, function(group) {
      domain <- subset(table, columns == group)
      list(column = group, df = degf(domain), rows = lapply(0:2, function(row) proportion(domain, row)))
    })),
    means = c(list(describe(numbers)), lapply(groups, function(group) {
      describe(subset(numbers, !is.na(columns) & columns == group))
    })),
    independence = independence(table),
    differences = Filter(Negate(is.null), unlist(lapply(0:2, function(row) {
      apply(combn(groups, 2), 2, function(pair) difference(table, row, pair[1], pair[2]), simplify = FALSE)
    }), recursive = FALSE))
  )
}

kinds <- expand.grid(stratified = c(FALSE, TRUE), clustered = c(FALSE, TRUE), finite = c(FALSE, TRUE))
kinds <- kinds[rep(seq_len(nrow(kinds)), 4), ]
samples <- unname(Map(figures, kinds$stratified, kinds$clustered, kinds$finite))
dir.create("generated", showWarnings = FALSE)
writeLines(json(list(
  r = R.version.string, survey = as.character(packageVersion("survey")),
  level = level, quantiles = quantiles, samples = samples
)), "generated/survey-figures.json")
