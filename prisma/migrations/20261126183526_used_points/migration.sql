-- CreateTable
CREATE TABLE "UsedPoints" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "UsedPoints_pkey" PRIMARY KEY ("key")
);
