//! Keeping the rows of a batch.

use std::collections::HashMap;

use database::Tx;
use primitives::Id;

use super::{Import, ImportError};
use crate::insights::ImportedRow;
use crate::measured::store as posts;
use crate::measured::{FigureSource, MeasuredPost, Reading};
use crate::statistics::PostFigures;

impl Import {
    /// Stores the posts of a batch and what the file says of them.
    pub(super) async fn store_rows(
        &mut self,
        rows: Vec<ImportedRow>,
        account: &str,
        tx: &mut Tx,
    ) -> Result<(), ImportError> {
        let mut known = self.known(&rows, account, tx).await?;
        let mut readings = Vec::with_capacity(rows.len());
        for row in rows {
            let key = row.remote_id.clone();
            let figures = PostFigures { followers: None, ..row.figures };
            let post = self.post(row, account, tx);
            let id = match known.get(&key) {
                Some((id, said)) => {
                    posts::complete(*id, &post, tx).await?;
                    if *said == Some(figures) {
                        self.rows_unchanged += 1;
                        continue;
                    }
                    self.rows_updated += 1;
                    *id
                }
                None if posts::insert(&post, tx).await? => {
                    self.rows_imported += 1;
                    post.id
                }
                // Another import added it since: the next run settles it.
                None => {
                    self.rows_left_out += 1;
                    continue;
                }
            };
            known.insert(key, (id, Some(figures)));
            let reading = Reading { at: tx.now(), source: FigureSource::Import, figures };
            readings.push((id, reading, Some(self.id)));
        }
        Ok(posts::insert_readings(&readings, tx).await?)
    }

    /// The posts of these rows that are known already, with what imports last said of them.
    async fn known(
        &self,
        rows: &[ImportedRow],
        account: &str,
        tx: &mut Tx,
    ) -> Result<HashMap<String, (Id<MeasuredPost>, Option<PostFigures>)>, ImportError> {
        let ids: Vec<&str> = rows.iter().map(|row| row.remote_id.as_str()).collect();
        let found = posts::by_remote_ids(self.brand, &self.plan.network, account, &ids, tx).await?;
        let said = |reading: Reading| PostFigures { followers: None, ..reading.figures };
        Ok(found
            .into_iter()
            .map(|(post, reading)| (post.remote_id, (post.id, reading.map(said))))
            .collect())
    }

    fn post(&self, row: ImportedRow, account: &str, tx: &Tx) -> MeasuredPost {
        MeasuredPost {
            id: tx.new_id(),
            brand: self.brand,
            channel: self.plan.channel,
            publication: None,
            import: Some(self.id),
            network: self.plan.network.clone(),
            account: account.to_owned(),
            remote_id: row.remote_id,
            url: row.url,
            text: row.text,
            format: row.format,
            topic: row.topic,
            paid: row.paid,
            published_at: row.published_at,
            placed: row.placed,
            followers: row.figures.followers,
            due_at: None,
            read_at: None,
            gone_at: None,
            trouble: None,
        }
    }
}
